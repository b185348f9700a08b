"""Whoever read the mistake in a feed reads the correction there."""

from datetime import UTC, datetime

import pytest

from feeds.formats import FORMATS
from posts.actions import correct_post, remove_correction
from tests.factories import make_many, make_post
from tests.feed_formats.reading import json_feed

pytestmark = pytest.mark.django_db

AT = datetime(2026, 5, 31, 20, 0, tzinfo=UTC)


def content(client, address="/en/feed.json"):
    return json_feed(client, address)["items"][0]["content_html"]


def test_below_the_text_and_above_the_sources(client):
    post = make_post(body="<p>It was 50 %.</p>", sources=[("Wire", "")])
    correct_post(post, "It was <5> %.\nNot 50 %.\n\nSorry.", by=None, at=AT)
    assert content(client) == (
        "<p>It was 50 %.</p>\n"
        "<p><strong>Correction, 1 June 2026: </strong>It was &lt;5&gt; %.<br>Not 50 %.</p>\n\n"
        "<p>Sorry.</p>\n<hr>\n<p><em>Source: Wire</em></p>"
    )


def test_the_latest_first_and_none_that_was_taken_back(client):
    post = make_post(body="<p>Text.</p>", sources=[])
    correct_post(post, "First.", by=None, at=AT)
    correct_post(post, "Second.", by=None)
    gone = correct_post(post, "Third.", by=None)
    remove_correction(gone, by=None)
    told = content(client)
    assert told.index("Second.") < told.index("First.")
    assert "Third." not in told


def test_in_the_language_of_the_post_wherever_it_is(client):
    post = make_post("zh", sources=[])
    correct_post(post, "应为百分之五。", by=None, at=AT)
    make_post()
    for address in ("/zh/feed.json", "/feed.json"):
        assert "2026年6月1日" in next(
            item["content_html"]
            for item in json_feed(client, address)["items"]
            if item["id"] == post.guid
        )


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_in_every_format_of_every_feed(client, form):
    post = make_post(tags=["Trade"], title="Quantum")
    correct_post(post, "It was 5 %.", by=None)
    month = f"archive/{post.published_at:%Y-%m}.{form.archive_suffix}"
    for address in (
        f"/{form.file}",
        f"/en/tags/trade/{form.file}",
        f"/en/feeds/{form.file}?tags=trade&limit=3",
        f"/en/search/{form.file}?q=quantum",
        f"/en/{month}",
    ):
        assert "It was 5 %." in client.get(address).content.decode(), address


def test_it_moves_when_the_entry_was_updated(client):
    post = make_post()
    assert "date_modified" not in json_feed(client, "/en/feed.json")["items"][0]
    correct_post(post, "It was 5 %.", by=None)
    assert "date_modified" in json_feed(client, "/en/feed.json")["items"][0]


def test_whatever_number_costs_no_query_more(client, django_assert_num_queries):
    for post in make_many(5):
        for text in ("One.", "Two."):
            correct_post(post, text, by=None)
    with django_assert_num_queries(6):
        client.get("/en/index.xml")
