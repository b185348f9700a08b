from dataclasses import replace

import pytest

from posts.actions import save_post, withdraw_post
from posts.snapshot import content_of
from taxonomy.actions import save_term
from taxonomy.models import Tag
from tests.factories import make_post

pytestmark = pytest.mark.django_db


class Subscriber:
    """Polls a feed, and says what it was answered."""

    def __init__(self, client, query: str) -> None:
        self.client = client
        self.address = f"/en/feeds/index.xml?{query}"
        self.headers: dict[str, str] = {}

    def poll(self, **headers: str):
        response = self.client.get(self.address, headers={**self.headers, **headers})
        if "ETag" in response:
            self.headers = {"if-none-match": response["ETag"]}
        return response


def retag(post, *tags: str) -> None:
    save_post(post, replace(content_of(post), tags=tags), by=None)


@pytest.fixture
def subscriber(client) -> Subscriber:
    make_post(title="Kept", tags=["AI", "Chips"])
    make_post(tags=["Europe"])
    return Subscriber(client, "tags=ai,chips&not=europe")


def test_it_holds_until_something_happens(subscriber):
    assert subscriber.poll().status_code == 200
    assert subscriber.poll().status_code == 304
    make_post(tags=["Sport"])
    assert subscriber.poll().status_code == 304


def test_what_comes_changes_and_goes_is_seen(subscriber):
    subscriber.poll()
    post = make_post(title="New", tags=["AI", "Chips"])
    assert b"New" in subscriber.poll().content
    save_post(post, replace(content_of(post), title="Newer"), by=None)
    assert b"Newer" in subscriber.poll().content
    withdraw_post(post, by=None)
    response = subscriber.poll()
    assert response.status_code == 200
    assert b"Newer" not in response.content


def test_a_post_that_gets_or_loses_a_tag_is_seen(subscriber):
    subscriber.poll()
    post = make_post(title="Moved", tags=["AI"])
    subscriber.poll()
    retag(post, "AI", "Chips")
    assert b"Moved" in subscriber.poll().content
    retag(post, "AI", "Chips", "Europe")
    assert b"Moved" not in subscriber.poll().content
    retag(post, "Chips")
    assert subscriber.poll().status_code == 200


def test_where_names_are_only_left_out_any_post_may_be_one(client):
    make_post(tags=["Europe"])
    subscriber = Subscriber(client, "not=europe")
    subscriber.poll()
    make_post(title="Other", tags=["Sport"])
    assert b"Other" in subscriber.poll().content


def test_a_date_alone_will_do(client):
    make_post(tags=["AI"])
    address = "/en/feeds/index.xml?tags=ai"
    modified = client.get(address)["Last-Modified"]
    headers = {"if-modified-since": modified}
    assert client.get(address, headers=headers).status_code == 304
    make_post(tags=["AI"])
    assert client.get(address, headers=headers).status_code == 200


def test_whoever_asks_for_what_is_new_gets_that(subscriber):
    subscriber.poll(**{"a-im": "feed"})
    make_post(title="New", tags=["AI", "Chips"])
    response = subscriber.poll(**{"a-im": "feed"})
    assert (response.status_code, response["IM"]) == (226, "feed")
    assert b"New" in response.content
    assert b"Kept" not in response.content


def test_a_tag_that_is_renamed_is_seen_by_whoever_asks_for_what_is_new_too(subscriber):
    subscriber.poll()
    tag = Tag.objects.get(slug="chips")
    tag.title = "Semiconductors"
    save_term(tag)
    response = subscriber.poll(**{"a-im": "feed"})
    assert response.status_code == 200
    assert b"AI and Semiconductors" in response.content
