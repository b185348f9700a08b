"""A feed says what its tag, its publication and its authors are called: renaming is a change."""

import pytest

from posts.actions import save_author
from posts.models import Author
from publication.actions import save_publication
from publication.models import Publication
from sources.actions import save_publisher
from sources.models import Publisher
from taxonomy.actions import delete_term, save_term
from taxonomy.models import Category, Tag
from tests.factories import make_post
from tests.polling.polls import guids, settle

pytestmark = pytest.mark.django_db

NAME = b"Renamed"


def rename(row, field, save):
    setattr(row, field, NAME.decode())
    save(row)


RENAMED = {
    "/en/tags/trade/": lambda: rename(Tag.objects.get(), "title", save_term),
    "/en/categories/world/": lambda: rename(Category.objects.get(), "title", save_term),
    "/en/posts/world/": lambda: rename(Category.objects.get(), "title", save_term),
    "/en/": lambda: rename(Publication.objects.get(), "name", save_publication),
    "/": lambda: rename(Publication.objects.get(), "name", save_publication),
    "/en/posts/": lambda: rename(Author.objects.get(), "name", save_author),
    "/en/authors/ada/": lambda: rename(Author.objects.get(), "name", save_author),
    "/en/sources/wire/": lambda: rename(Publisher.objects.get(), "name", save_publisher),
}


@pytest.fixture
def post(db):
    return make_post(authors=["Ada"], sources=[("Wire", "https://wire.example/1")])


@pytest.mark.parametrize("page", RENAMED)
def test_moves_the_validators_of_the_feed(polls, post, page):
    before = polls(page)
    RENAMED[page]()
    for was, now in zip(before, polls.changes(before, page), strict=True):
        assert NAME not in was.content
        assert NAME in now.content
        assert guids(now) == guids(was)


@pytest.mark.parametrize("page", RENAMED)
def test_moves_the_validators_of_its_archives(polls, post, page):
    before = polls.archive("2026-04", page)
    RENAMED[page]()
    for poll, was in zip(polls.each, before, strict=True):
        for header, sent in (("ETag", "if_none_match"), ("Last-Modified", "if_modified_since")):
            now = poll.archive("2026-04", page, **{sent: was.headers[header]})
            assert now.status_code == 200
            assert NAME in now.content


@pytest.mark.parametrize("page", RENAMED)
def test_who_asks_for_news_alone_gets_the_whole_feed(polls, post, page):
    """Entries do not tell it, and those who sign them may have been renamed as well."""
    before = polls(page)
    RENAMED[page]()
    for poll, was in zip(polls.each, before, strict=True):
        now = poll(page, a_im="feed", if_none_match=was.headers["ETag"])
        assert now.status_code == 200
        assert len(guids(now)) == 1


def test_is_seen_by_a_server_that_remembers_the_old_name(polls, post, monkeypatch):
    """Publications are kept for a second; what another process changed in it must be shown."""
    monkeypatch.setattr("publication.known.SECONDS", 3600.0)
    before = polls()
    # As another process would: without the signals of this one.
    Publication.objects.filter(code="en").update(name=NAME.decode())
    monkeypatch.setattr(Publication, "save", lambda _row: None)
    save_publication(Publication.objects.get())
    for now in [*polls.changes(before), *polls("/")]:
        assert NAME in now.content


def test_a_tag_renamed_leaves_other_feeds_alone(poll, post):
    make_post(tags=["Chips"])
    before = settle(poll, "/en/tags/chips/")
    rename(Tag.objects.get(slug="trade"), "title", save_term)
    assert poll.only_etag(before, "/en/tags/chips/") == 304


def test_a_tag_that_is_deleted_has_no_feed_even_for_who_has_a_copy(polls, post):
    tag = Tag.objects.ensure("en", ["Unused"])["Unused"]
    save_term(tag)
    before = polls("/en/tags/unused/")
    delete_term(tag)
    for poll, was in zip(polls.each, before, strict=True):
        assert poll.only_etag(was, "/en/tags/unused/") == 404
