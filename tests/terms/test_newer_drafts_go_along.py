"""A text that readers do not see yet is filed anew as well, and stays unseen."""

from dataclasses import replace

import pytest

from posts.actions import Relabelling, merge_terms, publish_post, redraft_post, retag_posts
from posts.content import PostContent
from posts.models import Post
from posts.snapshot import content_of
from taxonomy.models import Tag
from tests.factories import make_editor, make_post

from .merging import category, tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    row = make_post(tags=["PRC", "Trade"], section="asia", categories=["asia"], slug="deal")
    new = replace(content_of(row), title="Newer headline", tags=("Chips", "PRC"))
    redraft_post(row, new, by=None)
    return Post.objects.get()


def drafted(post):
    revision = Post.objects.get(pk=post.pk).draft.revision
    return PostContent.from_json(revision.snapshot), revision


def test_by_a_merge(post):
    merge_terms(tag("PRC"), tag("China"), by=None)
    merge_terms(category("asia"), category("world"), by=None)
    content, revision = drafted(post)
    assert (content.tags, content.section, content.categories) == (
        ("Chips", "China"),
        "world",
        ("world",),
    )
    assert (content.title, revision.action, revision.is_newer_draft) == (
        "Newer headline",
        "merge",
        True,
    )
    post = Post.objects.get()
    assert (post.title != "Newer headline", content_of(post).tags) == (True, ("China", "Trade"))
    publish_post(post, by=None)
    assert content_of(Post.objects.get()).tags == ("Chips", "China")
    assert {row.slug for row in Tag.objects.all()} == {"china", "chips", "trade"}


def test_by_tags_that_many_posts_get(post):
    retag_posts([post.pk], Relabelling(kind=Tag, add=("New",), remove=("prc",)), by=make_editor())
    assert content_of(Post.objects.get()).tags == ("Trade", "New")
    content, revision = drafted(post)
    assert content.tags == ("Chips", "New")
    assert (revision.who, revision.stage) == ("editor", "draft")
    numbers = list(post.revisions.values_list("number", flat=True))
    assert numbers == sorted(set(numbers), reverse=True)


def test_a_draft_alone_that_names_it_gets_the_survivor_when_it_is_published(post):
    redraft_post(post, replace(drafted(post)[0], tags=("Mainland",)), by=None)
    merge_terms(tag("Mainland"), tag("China"), by=None)
    publish_post(Post.objects.get(), by=None)
    assert content_of(Post.objects.get()).tags == ("China",)
