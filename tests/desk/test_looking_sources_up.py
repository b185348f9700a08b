"""What an address says by itself and by its page, as the rows of sources ask for it."""

import pytest

from safeguards import fetch as fetching
from sources.models import Allowance
from tests.desk.conftest import signed_in
from tests.factories import make_editor, make_post
from tests.safeguards.servers import answering, serving

pytestmark = pytest.mark.django_db

LOOK_UP = "/admin/posts/post/look-up-source/"
PAGE = b"""<title>Rates fall | Wire</title><meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2026-04-25">"""


@pytest.fixture
def open_loopback(monkeypatch):
    """The servers of these tests are at addresses that nobody may have fetched."""
    monkeypatch.setattr("safeguards.connection.is_public", lambda _address: True)


def look_up(client, url, **values):
    return client.post(LOOK_UP, {"url": url, "language": "en", **values})


def test_what_the_page_says(desk, open_loopback):
    with serving(answering(PAGE, content_type="text/html")) as server:
        found = look_up(desk, f"{server.url}piece?utm_source=x").json()
    assert found == {
        "label": "The Wire",
        "headline": "Rates fall",
        "date": "2026-04-25",
        "address": f"{server.url}piece",
        "note": "",
    }


def test_the_label_as_it_was_cited_last_in_the_language(desk):
    make_post("en", sources=[("Reuters", "https://www.reuters.invalid/a")])
    make_post("zh", sources=[("路透社", "https://cn.reuters.invalid/b")])
    # There is no such host: what the address alone tells is known all the same.
    found = look_up(desk, "https://www.reuters.invalid/c", language="zh").json()
    assert found["label"] == "路透社"
    assert found["note"] == "The page could not be fetched. Type what it says."
    assert look_up(desk, "https://www.reuters.invalid/c").json()["label"] == "Reuters"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (answering(b"no", 403), "The site shows its page to no program (403)."),
        (answering(b"no", 404), "There is no such page (404)."),
        (answering(b"no", 500), "The site did not answer with a page (500)."),
        (answering(b"%PDF", content_type="application/pdf"), "That is no web page (application/"),
        (answering(b"<p>Pay.", content_type="text/html"), "The page tells neither its headline"),
        (answering(b"<title>A</title>", content_type="text/html"), "The page does not tell its da"),
    ],
)
def test_each_failure_is_a_sentence(desk, open_loopback, answer, sentence):
    with serving(answer) as server:
        response = look_up(desk, server.url)
    assert response.status_code == 200
    assert response.json()["note"].startswith(sentence)


def test_no_address_of_our_own_network_is_asked(desk):
    with serving(answering(PAGE, content_type="text/html")) as server:
        found = look_up(desk, server.url).json()
        assert server.seen == []
    assert found["headline"] == ""
    # Nor does the sentence tell what is there.
    assert "127.0.0.1" not in found["note"]


def test_it_goes_through_the_safe_fetcher_with_a_limit(desk, monkeypatch):
    limits = {}

    def refuse(_url, **values):
        limits.update(values)
        raise fetching.FetchError("no")

    monkeypatch.setattr("sources.lookup.fetch", refuse)
    look_up(desk, "https://wire.example/")
    assert limits["timeout"] <= 8
    assert limits["max_bytes"] <= 10_000_000


@pytest.mark.parametrize("url", ["", "mailto:a@b.example", "https://", "javascript:alert(1)"])
def test_what_is_no_address(desk, url):
    assert look_up(desk, url).status_code == 400


def test_who_may(publication, monkeypatch):
    monkeypatch.setattr("sources.lookup.fetch", pytest.fail)
    reader = signed_in(make_editor("reader", "view_post"))
    assert look_up(reader, "https://wire.example/").status_code == 403
    assert reader.get(LOOK_UP).status_code in (403, 405)
    strict = signed_in(make_editor("writer", "add_post"), enforce_csrf_checks=True)
    assert look_up(strict, "https://wire.example/").status_code == 403


def test_nobody_makes_us_a_crawler(desk, editor, monkeypatch):
    monkeypatch.setattr("sources.models.allowance.PER_MINUTE", 2)
    make_post(sources=[("Wire", "https://wire.invalid/a")])
    asked = [look_up(desk, "https://wire.invalid/b").status_code for _time in range(3)]
    assert asked == [200, 200, 429]
    assert look_up(desk, "https://wire.invalid/b").json()["label"] == "Wire"
    # A minute later they may go on.
    Allowance.objects.update(minute="2026-01-01T00:00Z")
    assert look_up(desk, "https://wire.invalid/b").status_code == 200
