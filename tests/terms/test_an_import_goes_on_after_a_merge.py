import pytest

from posts.actions import Outcome, import_post, merge_terms, rename_term
from posts.models import Post
from posts.snapshot import content_of
from taxonomy.models import Category, Tag
from tests.factories import NEWEST, content, make_publication

from .merging import category, tag

pytestmark = pytest.mark.django_db


def take_in(what):
    from posts.actions import Origin

    origin = Origin(guid="https://old.example/1", guid_is_permalink=True, published_at=NEWEST)
    return import_post(make_publication(), what, origin, by=None)


@pytest.fixture
def what():
    return content(slug="deal", section="asia", categories=("asia",), tags=("PRC", "Trade"))


def test_the_same_again_is_unchanged(what):
    take_in(what)
    merge_terms(tag("PRC"), tag("China"), by=None)
    merge_terms(category("asia"), category("world"), by=None)
    post, outcome = take_in(what)
    assert outcome == Outcome.UNCHANGED
    assert (content_of(post).tags, post.section.slug) == (("China", "Trade"), "world")


def test_what_changed_there_comes_and_brings_no_old_tag(what):
    from dataclasses import replace

    take_in(what)
    rename_term(tag("PRC"), "China", by=None)
    merge_terms(category("asia"), category("world"), by=None)
    post, outcome = take_in(replace(what, title="Another headline"))
    assert outcome == Outcome.UPDATED
    assert post.title == "Another headline"
    assert content_of(post).tags == ("China", "Trade")
    assert Post.objects.get().path == "/en/posts/world/deal/"
    assert {row.slug for row in Tag.objects.all()} == {"china", "trade"}
    assert [row.slug for row in Category.objects.all()] == ["world"]
