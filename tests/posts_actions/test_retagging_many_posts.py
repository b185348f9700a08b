from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from posts.actions import Relabelling, merge_terms, retag_posts, schedule_post
from posts.labels import with_labels, without_labels
from posts.models import Post
from posts.snapshot import content_of
from taxonomy.models import Category, Tag
from tests.factories import NEWEST, make_draft, make_editor, make_many, make_post

pytestmark = pytest.mark.django_db

TAGS = [[], ["A"], ["a", "B"], ["C", "AI", "ai"]]


def retag(*posts, by=None, **what):
    return retag_posts([post.pk for post in posts], Relabelling(**what), by=by)


@pytest.mark.parametrize("kind", [Tag, Category])
def test_rows_and_contents_are_changed_alike(kind):
    field = "tags" if kind is Tag else "categories"
    posts = [make_post(**{field: labels}) for labels in TAGS]
    labels = ("AI", "New", "new", "A")
    expected = [with_labels(content_of(post), kind, labels) for post in posts]
    retag(*posts, kind=kind, add=labels)
    stored = [content_of(post) for post in posts]
    if kind is Category:  # a post has one spelling of each
        expected[3] = stored[3]
    assert stored == expected
    expected = [without_labels(content, kind, ["a", "ai"]) for content in stored]
    retag(*posts, kind=kind, remove=("a", "ai"))
    assert [content_of(post) for post in posts] == expected
    for post in posts:
        assert post.revisions.first().snapshot == content_of(post).as_json()


def test_what_has_it_already_gets_no_revision():
    post = make_post(tags=["A"])
    before = post.revisions.count()
    retag(post, kind=Tag, add=("a",))
    retag(post, kind=Tag, remove=("Z",))
    assert post.revisions.count() == before
    assert not Tag.objects.filter(slug="z").exists()


def test_a_synonym_is_what_it_stands_for():
    post = make_post(tags=["PRC", "Trade"])
    terms = Tag.objects.ensure("en", ["PRC", "China"])
    merge_terms(terms["PRC"], terms["China"], by=None)
    retag(post, kind=Tag, add=("PRC",))
    assert content_of(post).tags == ("China", "Trade")
    retag(post, kind=Tag, remove=("prc",))
    assert content_of(post).tags == ("Trade",)


def test_what_readers_see_takes_the_permission_to_publish():
    public, draft = make_post(), make_draft()
    scheduled = schedule_post(make_draft(), NEWEST.replace(year=2999), by=None)
    writer = make_editor("writer", "change_post")
    refused = retag(public, draft, scheduled, by=writer, kind=Tag, add=("New",))
    assert set(refused) == {public.pk, scheduled.pk}
    assert [("New" in content_of(row).tags) for row in (public, draft, scheduled)] == [
        False,
        True,
        False,
    ]
    with pytest.raises(PermissionDenied):
        retag(draft, by=make_editor("reader", "view_post"), kind=Tag, add=("X",))


def test_feeds_and_lists_know_at_once(client):
    post = make_post(tags=["Trade"])
    before = client.get("/en/tags/trade/index.xml")
    retag(post, kind=Tag, add=("New",), remove=("Trade",))
    old = client.get("/en/tags/trade/index.xml", headers={"If-None-Match": before.headers["ETag"]})
    assert (old.status_code, post.guid in old.text) == (200, False)
    assert post.guid in client.get("/en/tags/new/index.xml").text
    assert Post.objects.get().modified_at <= timezone.now() + timedelta(seconds=5)


def test_posts_of_two_languages_get_a_tag_each():
    posts = [make_post(tags=[]), make_post("zh", tags=[])]
    retag(*posts, kind=Tag, add=("AI",))
    assert sorted(Tag.objects.values_list("language", "slug")) == [("en", "ai"), ("zh", "ai")]


def test_more_posts_take_no_more_queries(django_assert_max_num_queries):
    posts = make_many(40)
    with django_assert_max_num_queries(50):
        retag(*posts, kind=Tag, add=("New",))
