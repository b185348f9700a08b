"""RFC 5005: from a feed, by `prev-archive`, to everything."""

import json
import time
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from posts.actions import save_post, withdraw_post
from posts.snapshot import content_of
from tests.factories import make_many, make_post
from tests.polling.polls import ATOM, edit, guids

pytestmark = pytest.mark.django_db

PAGES = ["/", "/en/", "/en/posts/", "/en/posts/world/", "/en/categories/world/", "/en/tags/trade/"]


def links(response):
    """{relation: address} of a document. JSON Feed has but one."""
    if b"jsonfeed.org" in response.content[:100]:
        document = json.loads(response.content)
        return {"prev-archive": document["next_url"]} if "next_url" in document else {}
    root = ElementTree.fromstring(response.content)  # noqa: S314 — our own
    inside = root.find("channel") if root.tag == "rss" else root
    return {link.get("rel"): link.get("href") for link in inside.findall(f"{ATOM}link")}


def walk(client, response):
    """The document, then the archives that it leads to."""
    while response is not None:
        assert response.status_code == 200
        yield response
        older = links(response).get("prev-archive")
        response = client.get(older.removeprefix("http://127.0.0.1:8000")) if older else None


def at(year, month, day=15):
    return datetime(year, month, day, tzinfo=UTC)


@pytest.fixture
def three_months(poll):
    return [make_post(published_at=at(2026, month)) for month in (1, 3, 4)]


def test_lead_to_every_post(client, polls, monkeypatch):
    monkeypatch.setattr("feeds.views.ENTRIES", 5)
    posts = make_many(7)
    posts += [make_post(published_at=at(2025, month)) for month in (2, 3, 12)]
    posts.append(make_post(published_at=at(2019, 7)))
    for page in PAGES:
        for answer in polls(page):
            documents = [guids(document) for document in walk(client, answer)]
            assert [len(found) for found in documents] == [5, 7, 1, 1, 1, 1]
            assert {guid for found in documents for guid in found} == {post.guid for post in posts}


def test_lead_in_both_directions_and_back_to_the_feed(client, poll, form, three_months):
    middle = links(poll.archive("2026-03"))
    site = "http://127.0.0.1:8000/en/"
    assert middle["prev-archive"] == f"{site}archive/2026-01.{form.archive_suffix}"
    assert "prev-archive" not in links(poll.archive("2026-01"))
    if form.file == "feed.json":
        assert set(middle) == {"prev-archive"}  # JSON Feed knows next_url alone
        return
    assert middle["next-archive"] == f"{site}archive/2026-04.{form.archive_suffix}"
    assert middle["current"] == f"{site}{form.file}"
    assert middle["self"] == f"{site}archive/2026-03.{form.archive_suffix}"
    assert "next-archive" not in links(poll.archive("2026-04"))


def holds(poll, month, before):
    """Whether each validator of a copy of a month holds on its own."""
    by_etag = poll.archive(month, if_none_match=before.headers["ETag"]).status_code
    date = before.headers["Last-Modified"]
    by_date = poll.archive(month, if_modified_since=date).status_code
    return (by_etag, by_date) == (304, 304)


def changed(poll, month, before):
    """Whether neither of them holds."""
    return not any(
        poll.archive(month, **{sent: before.headers[header]}).status_code == 304
        for header, sent in (("ETag", "if_none_match"), ("Last-Modified", "if_modified_since"))
    )


def settled(poll, month):
    """An answer whose date holds: after a burst of changes dates are ahead for some seconds."""
    for _second in range(12):
        answer = poll.archive(month)
        if holds(poll, month, answer):
            return answer
        time.sleep(0.5)
    raise AssertionError("the date never holds")


def test_change_when_an_entry_changes(poll, three_months):
    before = settled(poll, "2026-03")
    edit(three_months[1], title="Changed")
    assert changed(poll, "2026-03", before)


def test_stay_when_only_others_change(poll, three_months):
    before = settled(poll, "2026-03")
    edit(three_months[0], title="Changed")
    edit(three_months[2], title="Changed")
    make_post(published_at=at(2026, 4, 16))
    withdraw_post(three_months[0], by=None)
    assert holds(poll, "2026-03", before)


def test_change_when_a_month_comes_between(poll, form, three_months):
    before = settled(poll, "2026-03")
    make_post(published_at=at(2026, 2))
    assert changed(poll, "2026-03", before)
    assert links(poll.archive("2026-03"))["prev-archive"].endswith(
        f"/2026-02.{form.archive_suffix}"
    )


def test_change_when_a_post_is_withdrawn_and_lead_on(client, poll, three_months):
    before = settled(poll, "2026-03")
    withdraw_post(three_months[1], by=None)
    assert changed(poll, "2026-03", before)
    found = [guids(document) for document in walk(client, poll())]
    assert found[1:] == [[three_months[2].guid], [], [three_months[0].guid]]


def test_change_when_a_post_moves_to_another_month(poll, three_months):
    january, march = settled(poll, "2026-01"), settled(poll, "2026-03")
    moving = three_months[1]
    save_post(moving, content_of(moving), by=None, published_at=at(2026, 1, 20))
    assert changed(poll, "2026-01", january)
    assert changed(poll, "2026-03", march)
    assert guids(poll.archive("2026-03")) == []
    assert guids(poll.archive("2026-01")) == [moving.guid, three_months[0].guid]


@pytest.mark.parametrize("month", ["2026-02", "0001-01", "9999-12"])
def test_a_month_without_posts_has_none(poll, three_months, month):
    assert poll.archive(month).status_code == 404


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "0000-01", "26-1"])
def test_what_is_no_month_has_none(poll, three_months, month):
    address = f"/en/archive/{month}.{poll.form.archive_suffix}"
    assert poll.client.get(address, follow=True).status_code == 404


def test_a_poll_of_an_archive_costs_two_look_ups(poll, three_months, django_assert_num_queries):
    before = settled(poll, "2026-03")
    with django_assert_num_queries(3):  # the publications, which are kept in real life, and two
        poll.archive("2026-03", if_none_match=before.headers["ETag"])
