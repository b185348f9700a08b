"""What JSON Feed 1.1 asks for, rule by rule (https://www.jsonfeed.org/version/1.1/)."""

import json
from datetime import datetime
from urllib.parse import urlsplit

import pytest

from posts.content import CitationContent
from posts.models import Post
from tests.factories import make_imported, make_many, make_post, make_publication
from tests.feed_formats.reading import json_feed

pytestmark = pytest.mark.django_db

TOP_LEVEL = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
    "icon", "favicon", "authors", "language", "expired", "hubs", "items",
}  # fmt: skip
ITEM = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
    "banner_image", "date_published", "date_modified", "authors", "tags", "language",
    "attachments",
}  # fmt: skip


def known(names, allowed):
    return {name for name in names if not name.startswith("_")} <= allowed


def is_absolute(address):
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


@pytest.fixture
def feed(client, settings):
    settings.SITE_URL = "https://news.example"
    settings.WEBSUB_HUBS = ("https://hub.example/",)
    make_imported(slug="one", authors=["Ada Lovelace"], tags=["AI", "US-China relations"])
    make_imported("zh", slug="one")
    make_post(tags=[])
    return json_feed(client, "/en/feed.json")


def test_it_is_utf8_json_of_its_own_type(client):
    make_post(title="中文 “quoted”")
    response = client.get("/en/feed.json")
    assert response.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    assert "中文 “quoted”" in response.content.decode("utf-8")
    assert json.loads(response.content)


def test_the_version_is_an_address(feed):
    assert feed["version"] == "https://jsonfeed.org/version/1.1"


def test_the_title_is_there(feed):
    assert feed["title"] == "The Daily Test"


def test_only_members_of_the_specification_or_extensions(feed):
    assert known(feed, TOP_LEVEL)
    assert all(known(item, ITEM) for item in feed["items"])


def test_no_member_is_null_or_empty(feed):
    for found in (feed, *feed["items"]):
        assert all(value not in (None, "", [], {}) for value in found.values())


def test_addresses_are_absolute(feed):
    assert feed["home_page_url"] == "https://news.example/en/"
    assert feed["feed_url"] == "https://news.example/en/feed.json"
    assert is_absolute(feed["next_url"])
    assert feed["next_url"] != feed["feed_url"]
    assert all(is_absolute(item["url"]) for item in feed["items"])


def test_authors_are_a_list_of_objects_that_say_something(feed):
    assert feed["authors"] == [{"name": "The Desk", "url": "https://news.example/en/"}]
    assert feed["items"][0]["authors"] == [{"name": "Ada Lovelace"}]
    assert "author" not in feed
    assert all("author" not in item for item in feed["items"])


def test_hubs_have_type_and_url(feed):
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]


def test_languages_are_bcp_47(feed, client):
    assert feed["language"] == "en"
    assert {item["language"] for item in feed["items"]} == {"en"}
    mixed = json_feed(client, "/feed.json")
    assert "language" not in mixed
    assert {item["language"] for item in mixed["items"]} == {"en", "zh"}


def test_an_id_is_a_string_that_stays_and_is_unique(feed):
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids) == 2
    assert sorted(ids) == sorted(
        Post.objects.filter(publication="en").values_list("guid", flat=True)
    )


def test_every_item_has_content(feed):
    assert all(isinstance(item["content_html"], str) for item in feed["items"])
    assert all("content_text" not in item for item in feed["items"])


def test_dates_are_rfc_3339_with_an_offset(client):
    post = make_post("zh")
    Post.objects.filter(pk=post.pk).update(updated_at=post.published_at)
    make_post("zh")
    items = json_feed(client, "/zh/feed.json")["items"]
    for item in items:
        assert item["date_published"].endswith("+08:00")
        assert "T" in item["date_published"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo
    assert [("date_modified" in item) for item in items] == [True, False]


def test_tags_are_plain_words_categories_first_none_twice(feed, client):
    assert feed["items"][0]["tags"] == ["world", "AI", "US-China relations"]
    make_post("zh", section="AI".lower(), categories=["ai"], tags=["ai", "芯片"])
    assert json_feed(client, "/zh/tags/芯片/feed.json")["items"][0]["tags"] == ["ai", "芯片"]


def test_external_url_is_there_where_one_source_is_the_story(client):
    wire = CitationContent(label="Wire", url="https://wire.example/")
    make_post(slug="one", citations=[wire])
    make_post(slug="two", citations=[wire, CitationContent(label="A letter")])
    make_post(
        slug="via", citations=[CitationContent(label="B", url="https://b.example/", role="via")]
    )
    make_post(slug="offline", citations=[CitationContent(label="A letter")])
    items = json_feed(client, "/en/feed.json")["items"]
    assert [item.get("external_url") for item in items] == [
        "https://wire.example/",
        None,
        None,
        None,
    ]


def test_sources_and_translations_are_in_the_extension(client, settings):
    settings.SITE_URL = "https://news.example"
    make_imported(
        slug="one",
        citations=[
            CitationContent(label="Wire", url="https://wire.example/"),
            CitationContent(label="A letter", role="via"),
        ],
    )
    make_imported("zh", slug="one")
    [item] = json_feed(client, "/en/feed.json")["items"]
    assert item["_newsroom"] == {
        "sources": [
            {"name": "Wire", "url": "https://wire.example/", "role": "source"},
            {"name": "A letter", "role": "via"},
        ],
        "translations": [{"language": "zh", "url": "https://news.example/zh/posts/world/one/"}],
    }


def test_next_url_leads_through_the_archives_to_the_end(client):
    make_many(3)
    make_post(published_at=datetime.fromisoformat("2025-12-31T23:00:00+08:00"))
    seen, address = [], "http://127.0.0.1:8000/en/feed.json"
    while address:
        found = json_feed(client, urlsplit(address).path)
        assert found["feed_url"] == "http://127.0.0.1:8000/en/feed.json"
        assert address not in seen
        seen.append(address)
        address = found.get("next_url")
    assert [urlsplit(it).path for it in seen] == [
        "/en/feed.json",
        "/en/archive/2026-04.json",
        "/en/archive/2025-12.json",
    ]


def test_an_empty_feed_has_an_empty_list(client):
    make_publication()
    assert json_feed(client, "/en/feed.json")["items"] == []
