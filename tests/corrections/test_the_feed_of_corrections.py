"""Whoever wants to know what was wrong subscribes to that alone."""

from datetime import UTC, datetime
from io import BytesIO

import feedparser
import pytest
import time_machine
from lxml import etree

from feeds.formats import FORMATS
from posts.actions import change_correction, correct_post, withdraw_post
from posts.models import Correction
from tests.factories import make_post, make_publication
from tests.feed_formats.reading import json_feed
from tests.feed_formats.test_atom_schema import check
from tests.polling.polls import edit

pytestmark = pytest.mark.django_db

FEED = "/en/corrections/"
FILES = [form.file for form in FORMATS]


@pytest.fixture
def correction():
    post = make_post(title="Rates & prices", published_at=datetime(2026, 4, 1, tzinfo=UTC))
    return correct_post(
        post,
        "It was <5 %>.\nNot 50 %.\n\nSorry.",
        by=None,
        at=datetime(2026, 4, 26, 6, 0, tzinfo=UTC),
    )


def entries(client, file):
    """The entries as a tolerant reader sees them, once a strict parser has read the feed."""
    content = client.get(f"{FEED}{file}").content
    etree.parse(BytesIO(content))
    read = feedparser.parse(content)
    assert not read.bozo
    return read.entries


@pytest.mark.parametrize("file", ["index.xml", "atom.xml"])
def test_an_entry_is_a_correction_and_says_of_what(client, correction, file):
    [entry] = entries(client, file)
    assert entry.id == correction.guid
    assert entry.title.replace("&amp;", "&") == "Correction: Rates & prices"
    assert entry.link == f"http://127.0.0.1:8000{correction.get_absolute_url()}"
    assert entry.content[0].value.replace("<br />", "<br>") == (
        "<p>It was &lt;5 %&gt;.<br>Not 50 %.</p>\n\n<p>Sorry.</p>"
    )
    assert entry.published_parsed[:5] == (2026, 4, 26, 6, 0)
    assert entry.author == "The Desk"


def test_the_same_in_json(client, correction):
    feed = json_feed(client, f"{FEED}feed.json")
    assert feed["title"] == "Corrections on The Daily Test"
    assert feed["home_page_url"].endswith(FEED)
    [item] = feed["items"]
    assert item == {
        "id": correction.guid,
        "url": f"http://127.0.0.1:8000{correction.get_absolute_url()}",
        "title": "Correction: Rates & prices",
        "content_html": "<p>It was &lt;5 %&gt;.<br>Not 50 %.</p>\n\n<p>Sorry.</p>",
        "summary": "It was <5 %>. Not 50 %. Sorry.",
        "date_published": "2026-04-26T14:00:00+08:00",
        "authors": [{"name": "The Desk"}],
        "language": "en",
    }


def test_updated_is_when_it_was_put_right_in_its_turn(client, correction):
    other = correct_post(correction.post, "Another.", by=None)
    with time_machine.travel("2126-05-01T00:00:00Z", tick=False):
        change_correction(correction, "It was 6 %.", by=None)
    newest, changed = json_feed(client, f"{FEED}feed.json")["items"]
    assert newest["id"] == other.guid
    assert "date_modified" not in newest
    assert changed["date_published"] == "2026-04-26T14:00:00+08:00"
    assert changed["date_modified"] == "2126-05-01T08:00:00+08:00"


def test_the_newest_come_first_and_those_of_a_withdrawn_post_go(client, correction):
    post = make_post()
    later = correct_post(post, "Later.", by=None)
    correct_post(make_post("zh"), "应为百分之五。", by=None)
    guids = [later.guid, correction.guid]
    assert [item["id"] for item in json_feed(client, f"{FEED}feed.json")["items"]] == guids
    withdraw_post(post, by=None)
    assert [item["id"] for item in json_feed(client, f"{FEED}feed.json")["items"]] == guids[1:]


def test_it_is_valid_atom(client, correction, settings):
    settings.WEBSUB_HUBS = ("https://hub.example/",)
    change_correction(correction, "It was 6 %.\x0b <![CDATA[ ]]>", by=None)
    root = check(client, f"{FEED}atom.xml")
    assert [link.get("href") for link in root.iterfind("{*}link[@rel='hub']")] == [
        "https://hub.example/"
    ]
    make_publication("zh")
    check(client, "/zh/corrections/atom.xml")


@pytest.mark.parametrize("file", FILES)
def test_before_the_first_correction_it_is_empty(client, file):
    make_post()
    response = client.get(f"{FEED}{file}")
    assert response.status_code == 200
    assert b"Correction: " not in response.content


def test_in_a_browser_it_has_the_style_of_all_feeds(client, correction):
    make_publication("zh")
    assert b'<?xml-stylesheet href="/static/feed.css"' in client.get(f"{FEED}index.xml").content
    assert b"feed-zh.css" in client.get("/zh/corrections/index.xml").content


@pytest.mark.parametrize("file", FILES)
def test_however_many_it_costs_few_queries(client, file, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("publication.known.SECONDS", 60.0)
    posts = [make_post(), make_post(section="tech", categories=["tech"])]
    for number in range(51):
        post = posts[number % 2]
        Correction.objects.create(post=post, text=f"{number}", corrected_at=post.published_at)
    client.get("/en/")
    with django_assert_num_queries(2):
        response = client.get(f"{FEED}{file}")
    assert response.content.count(b"Correction: ") == 50


def test_a_headline_that_changes_is_told(client, correction):
    post = correction.post
    before = client.get(f"{FEED}feed.json")
    edit(post, title="Other")
    after = client.get(f"{FEED}feed.json", headers={"if-none-match": before["ETag"]})
    assert after.json()["items"][0]["title"] == "Correction: Other"
