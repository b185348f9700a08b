"""How many posts a list has is counted once, and is right after whatever changes it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import Count, Min
from django.utils import timezone

from posts.actions import publish_post, save_post, withdraw_post
from posts.content import CitationContent
from posts.models import Author, ListSize, Post
from posts.sizes import Size, size_of
from posts.snapshot import content_of
from posts.terms_in_use import categories_in_use, tags_in_use
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.factories import content, make_draft, make_imported, make_post

from .pages import get, text

pytestmark = pytest.mark.django_db

# By the folder in their addresses.
LISTS = {
    "tags": (Tag, "tagged"),
    "categories": (Category, "in_category"),
    "posts": (Category, "in_section"),
    "authors": (Author, "by"),
    "sources": (Publisher, "citing"),
}


def all_lists():
    """{key: posts} of every list of the English posts."""
    public = Post.objects.published("en")
    found = {"en": public, "en/posts": public}
    for folder, (model, narrowed) in LISTS.items():
        for row in model.objects.all():
            found[f"en/{folder}/{row.slug}"] = getattr(public, narrowed)(row)
    return found


def assert_right():
    """Compare what is kept with what is there, also in the indexes of terms."""
    for key, posts in all_lists().items():
        counted = posts.order_by().aggregate(total=Count("pk"), since=Min("published_at"))
        assert size_of(posts, key, "en") == Size(**counted), key
    public = Post.objects.published("en").order_by()
    for terms, name in ((tags_in_use("en"), "tags"), (categories_in_use("en"), "categories")):
        told = {term.pk: term.post_count for term in terms}
        there = public.values_list(name).annotate(Count("pk"))
        assert told == {pk: number for pk, number in there if pk}


def edit(post, **values):
    return save_post(post, replace(content_of(post), **values), by=None)


CHANGES = {
    "a new post": lambda post: make_post(tags=["Trade"], authors=["Ada"]),
    "an import": lambda post: make_imported(tags=["Trade"], categories=["tech"]),
    "another tag": lambda post: edit(post, tags=("Trade", "Chips")),
    "a tag less": lambda post: edit(post, tags=("Trade",)),
    "another category": lambda post: edit(post, categories=("world", "tech")),
    "another section": lambda post: edit(post, section="tech"),
    "another author": lambda post: edit(post, authors=("Ben",)),
    "another source": lambda post: edit(
        post, citations=(CitationContent(label="BBC", url="https://bbc.example/"),)
    ),
    "another date": lambda post: save_post(
        post, content_of(post), by=None, published_at=post.published_at - timedelta(days=40)
    ),
    "a withdrawal": lambda post: withdraw_post(post, by=None),
    "a withdrawal, and back": lambda post: publish_post(withdraw_post(post, by=None), by=None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_they_follow_every_change(change):
    post = make_post(tags=["Trade", "AI"], authors=["Ada"], sources=[("Wire", "")])
    make_post(tags=["Trade"])
    draft = make_draft(tags=["Trade", "AI"])
    assert_right()
    change(post)
    assert_right()
    publish_post(draft, by=None)
    assert_right()


def test_they_are_counted_once(django_assert_num_queries):
    make_post(tags=["Trade"])
    posts = Post.objects.published("en")
    with django_assert_num_queries(5):
        size_of(posts, "en", "en")
    with django_assert_num_queries(1):
        assert size_of(posts, "en", "en").total == 1


def test_only_what_changed_is_counted_anew():
    make_post(tags=["Trade", "AI"])
    assert {tag.slug: tag.post_count for tag in tags_in_use("en")} == {"ai": 1, "trade": 1}
    ListSize.objects.filter(key__startswith="en/tags/").update(total=70)
    make_post(tags=["AI"])
    assert {tag.slug: tag.post_count for tag in tags_in_use("en")} == {"ai": 2, "trade": 70}


def test_a_term_whose_last_post_goes_leaves_the_index():
    post = make_post(tags=["Chips"])
    assert text(get("/en/tags/"), "//main//li/a") == ["Chips"]
    save_post(post, content(slug=post.slug, tags=["Trade"]), by=None)
    assert text(get("/en/tags/"), "//main//li/a") == ["Trade"]
    assert "noindex" in get("/en/tags/chips/").xpath("//meta[@name='robots']/@content")


def test_a_post_dated_later_comes_by_itself(time_machine_at):
    make_post()
    late = make_post(tags=["Chips"])
    soon = timezone.now() + timedelta(hours=1)
    Post.objects.filter(pk=late.pk).update(published_at=soon)
    assert_right()
    time_machine_at((soon + timedelta(minutes=1)).isoformat())
    assert_right()
    assert size_of(Post.objects.published("en"), "en", "en").total == 2
