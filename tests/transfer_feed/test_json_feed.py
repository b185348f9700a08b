"""JSON Feed 1 and 1.1."""

import json

import pytest

from transfer.feed import NotAFeedError, parse


def feed_of(**members):
    version = "https://jsonfeed.org/version/1.1"
    return parse(
        json.dumps({"version": version, "title": "Paper", "items": [], **members}).encode()
    )


def test_a_whole_item():
    feed = feed_of(
        home_page_url="https://a.example/",
        feed_url="https://a.example/feed.json",
        language="en",
        authors=[{"name": "The desk"}],
        items=[
            {
                "id": 17,
                "url": "/one/",
                "title": "One",
                "content_html": '<p><a href="../two/">x</a></p>',
                "summary": "Short",
                "date_published": "2026-03-03T08:00:00-05:00",
                "authors": [{"name": "A"}, {"name": "B"}, {"url": "x"}],
                "tags": ["Trade", "Trade", "AI"],
            }
        ],
    )
    (entry,) = feed.entries
    assert (feed.format, feed.link, feed.author) == (
        "JSON Feed 1.1",
        "https://a.example/",
        "The desk",
    )
    assert (entry.guid, entry.link, entry.title) == ("17", "https://a.example/one/", "One")
    assert entry.content == '<p><a href="../two/">x</a></p>'
    assert entry.base == "https://a.example/one/"
    assert entry.summary == "Short"
    assert entry.authors == ("A", "B")
    assert (entry.categories, entry.tags) == ((), ("Trade", "AI"))
    assert entry.published.isoformat() == "2026-03-03T08:00:00-05:00"


def test_text_becomes_html():
    (entry,) = feed_of(items=[{"id": "1", "content_text": "a < b\n\nc"}]).entries
    assert entry.content == "<p>a &lt; b</p>\n<p>c</p>"


def test_the_one_author_of_version_1():
    (entry,) = feed_of(items=[{"id": "1", "author": {"name": "A"}}]).entries
    assert entry.authors == ("A",)


def test_what_a_database_cannot_hold_is_dropped():
    (entry,) = feed_of(
        items=[{"id": "1", "title": "a\x00b", "content_html": "\ud800<p>\x0b</p>"}]
    ).entries
    assert (entry.title, entry.content) == ("ab", "<p></p>")


def test_wrong_types_count_as_missing():
    feed = feed_of(language=5, items=[{"id": None, "title": ["x"], "tags": "x", "authors": {}}, 7])
    (entry,) = feed.entries
    assert (entry.title, entry.tags, entry.authors, entry.guid) == ("", (), (), "")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"', "incomplete"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": "', "incomplete"),
        (b'{"a": nonsense}', "not well-formed JSON"),
        (b'{"name": "package"}', "not a JSON Feed"),
        (b"[1, 2]", "not a JSON Feed"),
        (b"[" * 100_000, "too deeply"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "too long a number"),
    ],
)
def test_refused(data, message):
    with pytest.raises(NotAFeedError, match=message):
        parse(data)
