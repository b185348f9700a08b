import pytest
from django.core.exceptions import ValidationError

from posts.models import Post
from posts.snapshot import content_of
from taxonomy.models import Tag
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db


def test_spellings_of_one_address_are_one_tag():
    post = make_post(tags=["AT&T", "AI", "ai"])
    make_post(tags=["Ai", "ATT"])
    assert sorted(Tag.objects.values_list("slug", "name")) == [("ai", "AI"), ("att", "AT&T")]
    assert content_of(post).tags == ("AT&T", "AI", "ai")


def test_order_and_spelling_are_kept():
    post = make_post(tags=["White House", "US-China relations", "AI"])
    assert [tag.name for tag in Post.objects.get().tags.all()] == list(content_of(post).tags)
    assert Tag.objects.get(slug="us-china-relations").title == "US-China Relations"


def test_tags_of_two_languages_are_two():
    make_post("en", tags=["AI"])
    make_post("zh", tags=["AI", "人工智能"])
    assert list(Tag.objects.order_by("language", "slug").values_list("language", "slug")) == [
        ("en", "ai"),
        ("zh", "ai"),
        ("zh", "人工智能"),
    ]


def test_a_tag_without_address_is_refused_by_name():
    with pytest.raises(ValidationError) as error:
        make_draft(tags=["🚀"])
    assert "🚀" in error.value.message_dict["tags"][0]
    assert not Post.objects.exists()


def test_a_slug_is_made_from_the_headline_and_numbered():
    first = make_draft(title="What’s New?", slug="")
    second = make_draft(title="What’s New?", slug="")
    assert (first.slug, second.slug) == ("whats-new", "whats-new-2")
