"""One that cannot be stored stops no other, says why in one line, and leaves nothing."""

from datetime import datetime

import pytest
from django.db import IntegrityError

from posts.content import CitationContent
from posts.models import Author, Post, Provenance, Redirect
from posts.taking import store
from posts.workflow import Status
from safeguards.effort import MAX_LENGTH
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.factories import make_post

from .arriving import OLD, arrival, outcomes, take

pytestmark = pytest.mark.django_db

TROUBLE = {
    "no headline": {"title": ""},
    "a long headline": {"title": "x" * 301},
    "a slug with a slash": {"slug": "a/b"},
    "a slug with a space": {"slug": "a b"},
    "a slug that is none": {"slug": ".."},
    "no section": {"section": ""},
    "a section with a slash": {"section": "a/b"},
    "no text": {"body": ""},
    "too much text": {"body": "x" * (MAX_LENGTH + 1)},
    "text too deep": {"body": "<div>" * 300},
    "a tag without an address": {"tags": ("🚀",)},
    "a long tag": {"tags": ("x" * 201,)},
    "an author without an address": {"authors": ("…",)},
    "a source that is no address": {"citations": (CitationContent(label="A", url="ftp://a/"),)},
    "a source without a name": {"citations": (CitationContent(label=""),)},
    "a role that there is not": {"citations": (CitationContent(label="A", role="x"),)},
    "no picture": {"picture": "0" * 20},
    "no language of ours": {"language": "fr"},
    "no key": {"key": ""},
    "a long key": {"key": "x" * 2001},
    "a key that is no text": {"key": "hugo:\0"},
    "half a character": {"guid": "\ud800"},
    "a long guid": {"guid": "x" * 2001},
    "a guid that no index holds": {"guid": "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))},
    "a date without a zone": {"published_at": datetime(2020, 1, 1)},  # noqa: DTZ001
    "a stage of nowhere else": {"stage": Status.IN_REVIEW},
}


@pytest.mark.parametrize("values", TROUBLE.values(), ids=TROUBLE)
def test_what_cannot_be_stored(values):
    others = {"tags": ("Bad",), "authors": ("Bad",), "old_paths": ("/bad/",)}
    bad = arrival("bad", **{**others, **values})
    good, refused, other = take(arrival("good"), bad, arrival("other"))
    assert (good.outcome, other.outcome) == ("created", "created")
    assert (refused.outcome, refused.post) == ("refused", None)
    assert refused.why
    assert "\n" not in refused.why
    assert set(Post.objects.values_list("slug", flat=True)) == {"good", "other"}
    assert set(Tag.objects.values_list("name", flat=True)) == {"Trade"}
    assert set(Category.objects.values_list("slug", flat=True)) == {"tech"}
    assert not Author.objects.exists()
    assert not Publisher.objects.exists()
    assert not Redirect.objects.exists()
    assert Provenance.objects.count() == 2


def test_an_address_that_a_post_has():
    make_post(section="tech", slug="chips")
    taken = take(arrival("chips", tags=("New",)), arrival("good"))
    assert [one.outcome for one in taken] == ["refused", "created"]
    assert "address" in taken[0].why
    assert not Tag.objects.filter(slug="new").exists()


def test_an_address_that_another_of_them_has():
    assert outcomes(arrival("a"), arrival("b", slug="a")) == ["created", "refused"]


def test_an_update_to_an_address_that_a_post_has():
    take(arrival("a"), arrival("b"))
    assert outcomes(arrival("a", slug="b"), arrival("b", title="New")) == ["refused", "updated"]
    assert Post.objects.get(title="New").slug == "b"
    assert Post.objects.filter(slug="a").exists()


def test_the_guid_of_another_post():
    take(arrival("a"), arrival("c"))
    guid = f"{OLD}/en/posts/tech/a/"
    found = take(arrival("b", guid=guid), arrival("c", guid=guid, title="New"), arrival("d"))
    assert [one.outcome for one in found] == ["refused", "refused", "created"]
    assert guid in found[0].why


def test_the_guid_of_another_one_in_the_batch():
    guid = f"{OLD}/same/"
    assert outcomes(arrival("a", guid=guid), arrival("b", guid=guid)) == ["created", "refused"]


def test_one_that_comes_twice_is_taken_twice():
    found = outcomes(arrival("a"), arrival("a", title="Newer"), arrival("a", title="Newer"))
    assert found == ["created", "updated", "unchanged"]
    assert Post.objects.get().title == "Newer"


def test_a_change_of_language_there():
    one = arrival("a")
    take(one)
    assert outcomes(arrival("a", "zh", key=one.key)) == ["refused"]


def test_what_only_the_database_refuses_is_found_among_two_hundred(monkeypatch):
    make = store._tagged

    def tagged(plan, tags):
        if plan.slug == "post-77":
            raise IntegrityError("It is 77.\nNobody likes it.")
        return make(plan, tags)

    monkeypatch.setattr(store, "_tagged", tagged)
    taken = take(*(arrival(f"post-{number}") for number in range(200)))
    [refused] = [one for one in taken if one.outcome != "created"]
    assert refused.arrival.name == "post-77.md"
    assert refused.why.endswith("It is 77.")
    assert [one.arrival.name for one in taken] == [f"post-{number}.md" for number in range(200)]
    assert Post.objects.count() == 199
