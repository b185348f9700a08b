from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.factories import make_draft, make_post, make_publication

pytestmark = pytest.mark.django_db


def body(language: str = "en") -> ElementTree.Element:
    response = Client().get(f"/{language}/feeds.opml")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/x-opml; charset=utf-8"
    root = ElementTree.fromstring(response.content)  # noqa: S314 — our own
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert root.findtext("head/title")
    found = root.find("body")
    assert found is not None
    return found


def test_it_holds_the_site_its_corrections_its_categories_and_its_tags():
    make_post(tags=["Trade & <Tariffs>"], categories=["world"])
    make_draft(tags=["Secret"])
    site, corrections, *folders = body()
    assert site.attrib == {
        "type": "rss",
        "text": "The Daily Test",
        "title": "The Daily Test",
        "description": "News for tests.",
        "htmlUrl": "http://127.0.0.1:8000/en/",
        "xmlUrl": "http://127.0.0.1:8000/en/index.xml",
        "language": "en",
        "version": "RSS2",
    }
    assert corrections.get("text") == "Corrections on The Daily Test"
    assert corrections.get("htmlUrl") == "http://127.0.0.1:8000/en/corrections/"
    assert corrections.get("xmlUrl") == "http://127.0.0.1:8000/en/corrections/index.xml"
    assert [folder.get("text") for folder in folders] == ["Categories", "Tags"]
    assert [feed.get("text") for folder in folders for feed in folder] == [
        "World",
        "Trade & <Tariffs>",
    ]


def test_every_feed_in_it_answers():
    make_post("zh", tags=["C++", "中美关系", "a / b"], categories=["国际"])
    for feed in body("zh").iter("outline"):
        assert feed.get("text")
        if address := feed.get("xmlUrl"):
            assert Client().get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_a_copy_holds_until_something_is_published(client, django_assert_num_queries):
    make_post()
    etag = client.get("/en/feeds.opml")["ETag"]
    with django_assert_num_queries(2):
        response = client.get("/en/feeds.opml", headers={"if-none-match": etag})
    assert response.status_code == 304
    make_post(tags=["New"])
    response = client.get("/en/feeds.opml", headers={"if-none-match": etag})
    assert b"New" in response.content


def test_a_site_without_posts_has_its_own_feeds_alone():
    make_publication()
    assert len(body()) == 2


def test_the_page_links_it(client):
    make_publication()
    assert b'href="/en/feeds.opml"' in client.get("/en/subscribe/").content
