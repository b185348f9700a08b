"""The whole command on the real database: what readers find, and what a second run does."""

import pytest
from django.core.management import CommandError, call_command

from posts.models import Post
from posts.snapshot import content_of
from publication.models import File, Page
from taxonomy.models import Category
from tests.images.samples import jpeg
from tests.safeguards.servers import answering, serving
from tests.wxr.exports import attachment, export, item

pytestmark = pytest.mark.django_db

HOST = "https://www.old.example"
PICTURE = f"{HOST}/wp-content/uploads/ship.jpg"


@pytest.fixture
def site():
    """An export of a site whose files are on this machine."""
    with serving(answering(jpeg(40, 30), content_type="image/jpeg")) as server:
        text = export(
            item(
                1,
                title="Ships",
                name="ships",
                link=f"{HOST}/2019/05/ships/",
                content=f'Look: <img src="{PICTURE}">',
                meta=[("_thumbnail_id", "9")],
                terms=[("category", "ports", "Ports"), ("post_tag", "u-s-trade", "U.S. Trade")],
            ),
            item(2, status="draft", name="later"),
            item(3, type="page", name="about", link=f"{HOST}/about/", content="We."),
            attachment(9, PICTURE, alt="A ship"),
        )
        yield text.replace(HOST, server.url.rstrip("/"))


def test_readers_find_everything_where_it_was(site, moved, client):
    report, status = moved("import_wxr", site, allow_private=True)
    assert status == 0
    assert report["counts"]["post"] == {"created": 2}
    assert report["counts"]["picture"] == {"created": 1}
    post = Post.objects.get(slug="ships")
    assert (post.status, post.get_absolute_url()) == ("published", "/en/posts/ports/ships/")
    assert post.picture.alts == {"en": "A ship"}
    assert content_of(post).tags == ("U.S. Trade",)
    assert Category.objects.get(slug="ports").title == "Ports & docks"
    for old, new in {
        "/2019/05/ships/": "/en/posts/ports/ships/",
        "/category/world/ports/": "/en/categories/ports/",
        "/tag/u-s-trade/": "/en/tags/u.s.-trade/",
        "/feed/": "/en/index.xml",
        "/about/": "/en/about/",
    }.items():
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new), old
        assert client.get(new).status_code == 200, new
    assert Page.objects.get().body == "<p>We.</p>"
    assert client.head("/wp-content/uploads/ship.jpg").status_code == 200
    assert 'src="/wp-content/uploads/ship.jpg"' in post.body
    assert Post.objects.get(slug="later").status == "draft"


def test_again_nothing_changes(site, moved):
    moved("import_wxr", site, allow_private=True)
    before = list(Post.objects.order_by("pk").values())
    report, status = moved("import_wxr", site, allow_private=True)
    assert status == 0
    for kind, counts in report["counts"].items():
        assert not {"created", "updated"} & set(counts), kind
    assert list(Post.objects.order_by("pk").values()) == before


def test_a_dry_run_stores_nothing(site, moved):
    report, _status = moved("import_wxr", site, allow_private=True, dry_run=True)
    assert report["counts"]["post"] == {"created": 2}
    assert not Post.objects.exists()
    assert not Page.objects.exists()
    assert not File.objects.exists()


def test_what_is_lost_is_a_status(site, moved):
    report, status = moved("import_wxr", site, no_files=True)
    assert status == 1
    assert [one["kind"] for one in report["lost"]] == ["file"]


def test_a_broken_file_stores_nothing(tmp_path):
    file = tmp_path / "broken.xml"
    file.write_text(export(item(1), item(2))[:-60], encoding="utf-8")
    with pytest.raises(CommandError, match="not well-formed"):
        call_command("import_wxr", str(file))
    assert not Post.objects.exists()
