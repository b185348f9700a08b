"""After any change, neither validator of an older copy holds; all here happens within a second."""

from datetime import timedelta

import pytest

from posts.actions import publish_post, save_post, withdraw_post
from posts.content import CitationContent
from posts.models import Post
from posts.snapshot import content_of
from tests.factories import make_draft, make_post
from tests.polling.polls import edit, guids

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(polls):
    return make_post(tags=["Trade", "AI"], authors=["Ada Lovelace"], sources=[("Wire", "")])


@pytest.fixture
def new(old):
    return make_post(tags=["Trade"], published_at=old.published_at + timedelta(days=1))


CHANGES = {
    "a new post": lambda new, old: make_post(tags=["Trade"]),
    "an edit of the newest post": lambda new, old: edit(new, title="Changed"),
    "an edit of an older post": lambda new, old: edit(old, body="<p>Changed</p>"),
    "a significant edit": lambda new, old: edit(old, significant=True, body="<p>Changed</p>"),
    "another tag": lambda new, old: edit(old, tags=("Trade", "AI", "Chips")),
    "a tag less": lambda new, old: edit(old, tags=("Trade",)),
    "another category": lambda new, old: edit(old, categories=("world", "tech")),
    "another section": lambda new, old: edit(old, section="tech"),
    "another slug": lambda new, old: edit(old, slug="elsewhere"),
    "another source": lambda new, old: edit(
        old, citations=(CitationContent(label="BBC", url="https://bbc.example/"),)
    ),
    "another author": lambda new, old: edit(old, authors=("Alan Turing",)),
    "another date": lambda new, old: save_post(
        old, content_of(old), by=None, published_at=new.published_at + timedelta(hours=1)
    ),
    "a withdrawal of the newest post": lambda new, old: withdraw_post(new, by=None),
    "a withdrawal of an older post": lambda new, old: withdraw_post(old, by=None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_of_the_sites_feed(polls, new, old, change):
    before = polls()
    change(new, old)
    for was, now in zip(before, polls.changes(before), strict=True):
        assert now.headers["ETag"] != was.headers["ETag"]
        assert now.content != was.content


def test_of_the_feed_of_a_tag_that_a_post_leaves(polls, new, old):
    before = polls("/en/tags/ai/")
    edit(old, tags=("Trade",))
    assert list(map(guids, polls.changes(before, "/en/tags/ai/"))) == [[], [], []]


def test_of_the_feed_of_a_tag_that_a_post_joins(polls, new, old):
    before = polls("/en/tags/ai/")
    edit(new, tags=("Trade", "AI"))
    for now in polls.changes(before, "/en/tags/ai/"):
        assert guids(now) == [new.guid, old.guid]


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/en/posts/",
        "/en/posts/world/",
        "/en/categories/world/",
        "/en/authors/ada-lovelace/",
        "/en/sources/wire/",
    ],
)
def test_of_every_feed_that_holds_the_post(polls, old, page):
    before = polls(page)
    edit(old, body="<p>Changed</p>")
    between = polls.changes(before, page)
    withdraw_post(old, by=None)
    assert list(map(guids, polls.changes(between, page))) == [[], [], []]


def test_back_to_what_it_was_is_another_state(polls, new, old):
    """A client that slept through both must not miss that there was a change."""
    before = polls()
    withdraw_post(old, by=None)
    publish_post(old, by=None)
    for was, now in zip(before, polls.changes(before), strict=True):
        assert guids(now) == guids(was)


def test_a_translation_that_comes_and_goes(polls, old):
    translation = make_draft("zh")
    Post.objects.filter(pk=translation.pk).update(translation_key=old.translation_key)
    address = f"/zh/posts/world/{translation.slug}/".encode()
    before = polls()
    publish_post(translation, by=None)
    between = polls.changes(before)
    assert all(address in now.content for now in between)
    withdraw_post(translation, by=None)
    assert not any(address in now.content for now in polls.changes(between))


def test_many_changes_within_a_second_are_all_told_apart(polls, old):
    copies = []
    for number in range(4):
        edit(old, title=f"Title {number}")
        copies.append(polls())
    for copy in copies[:-1]:
        polls.changes(copy)
    for poll, answer in zip(polls.each, copies[-1], strict=True):
        assert poll.only_etag(answer) == 304
