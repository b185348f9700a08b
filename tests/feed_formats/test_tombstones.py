"""A post that was taken back is named by Atom (RFC 6721), and gone from every feed."""

from datetime import UTC, datetime, timedelta

import pytest

from posts.actions import withdraw_post
from posts.models import Post
from tests.factories import make_imported, make_many, make_post
from tests.feed_formats.reading import ATOM, DELETED, entries, json_feed, xml

pytestmark = pytest.mark.django_db


def refs(client, address, **headers):
    return [dead.get("ref") for dead in xml(client, address, **headers).findall(DELETED)]


def test_it_is_named_with_the_time(client):
    post = make_post()
    withdraw_post(post, by=None)
    post.refresh_from_db()
    [dead] = xml(client, "/en/atom.xml").findall(DELETED)
    assert dead.get("ref") == post.guid
    assert datetime.fromisoformat(dead.get("when")) == post.modified_at.replace(microsecond=0)
    assert dead.get("when").endswith("+08:00")


def test_its_ref_is_the_id_that_the_entry_had(client):
    post = make_imported(guid="no iri")
    [entry] = entries(client, "/en/atom.xml")
    withdraw_post(post, by=None)
    assert refs(client, "/en/atom.xml") == [entry.findtext(f"{ATOM}id")]


def test_the_feed_is_as_new_as_the_removal(client):
    make_post()
    gone = make_post()
    withdraw_post(gone, by=None)
    gone.refresh_from_db()
    updated = xml(client, "/en/atom.xml").findtext(f"{ATOM}updated")
    assert datetime.fromisoformat(updated) == gone.modified_at.replace(microsecond=0)


def test_only_where_it_was(client):
    post = make_post(tags=["AI"])
    make_post(tags=["Trade"])
    make_post("zh", tags=["AI"])
    withdraw_post(post, by=None)
    for address in ("/atom.xml", "/en/atom.xml", "/en/posts/atom.xml", "/en/tags/ai/atom.xml"):
        assert refs(client, address) == [post.guid]
    for address in ("/zh/atom.xml", "/en/tags/trade/atom.xml", "/zh/tags/ai/atom.xml"):
        assert refs(client, address) == []


def test_in_the_archive_of_its_month(client):
    post = make_post(published_at=datetime(2026, 3, 10, tzinfo=UTC))
    make_post(published_at=datetime(2026, 3, 11, tzinfo=UTC))
    make_post(published_at=datetime(2026, 4, 10, tzinfo=UTC))
    withdraw_post(post, by=None)
    assert refs(client, "/en/archive/2026-03.atom") == [post.guid]
    assert refs(client, "/en/archive/2026-04.atom") == []


def test_a_delta_tells_of_new_removals_alone(client):
    early, late, _stays = make_post(), make_post(), make_post()
    withdraw_post(early, by=None)
    etag = client.get("/en/atom.xml").headers["ETag"]
    withdraw_post(late, by=None)
    polled = {"A-IM": "feed", "If-None-Match": etag}
    assert refs(client, "/en/atom.xml", **polled) == [late.guid]
    assert entries(client, "/en/atom.xml", **polled) == []


def test_twenty_at_most_the_latest(client):
    posts = make_many(25)
    now = datetime(2026, 5, 1, tzinfo=UTC)
    for number, post in enumerate(posts):
        Post.objects.filter(pk=post.pk).update(
            status="withdrawn", modified_at=now + timedelta(minutes=number)
        )
    assert refs(client, "/en/atom.xml") == [post.guid for post in reversed(posts)][:20]


def test_the_other_formats_are_silent_about_it(client):
    post = make_post()
    withdraw_post(post, by=None)
    assert json_feed(client, "/en/feed.json")["items"] == []
    assert post.guid.encode() not in client.get("/en/feed.json").content
    assert post.guid.encode() not in client.get("/en/index.xml").content
