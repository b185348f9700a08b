"""A folder, or a site that is served: its sitemaps and the feeds of its pages."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db

SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
)
INDEX = (
    '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<sitemap><loc>{}/en/sitemap.xml</loc></sitemap></sitemapindex>"
)
PAGE = (
    "<!doctype html><title>a</title>"
    '<link rel="alternate" type="application/rss+xml" href="/en/index.xml">'
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


@pytest.fixture
def served(old):
    old.folder.mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(old.folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_site_that_is_served(old, served, checked):
    old.post("a"), old.post("b")
    old.feed()
    pages = ["/en/", "/en/posts/world/a/", "/en/posts/world/b/", "/en/nowhere/"]
    old.page("en/index.html", PAGE)
    old.page("en/nowhere/index.html", PAGE)
    old.page("sitemap.xml", INDEX.format(served))
    old.page(
        "en/sitemap.xml",
        SITEMAP.format("".join(f"<url><loc>{served}{p}</loc></url>" for p in pages)),
    )
    found, _printed = checked(served, allow_private=True)
    assert found["counts"] == {
        "page": {"same": 3, "lost": 1},
        "feed": {"same": 1},
        "entry": {"same": 2},
    }


def test_our_own_network_is_not_asked(served):
    with pytest.raises(CommandError, match="is there a sitemap"):
        call_command("check_parity", served)


@pytest.mark.parametrize("name", ["nowhere", "a-file", "empty"])
def test_what_is_no_folder_of_hugo(tmp_path, name):
    (tmp_path / "a-file").write_text("a")
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match=name):
        call_command("check_parity", str(tmp_path / name))


def test_a_feed_that_cannot_be_read_hides_nothing_else(old, checked):
    old.post("a")
    old.page("en/index.xml", "<rss><channel><title>cut off")
    old.page("en/posts/index.xml", "<rss version='2.0'><channel></channel></rss>")
    found, _printed = checked(old.folder)
    assert found["counts"]["page"] == {"same": 1}
    assert found["counts"]["feed"] == {"same": 2}
    assert [one["why"].partition(":")[0] for one in found["findings"]] == [
        "the old feed cannot be read"
    ]
