"""Bad states that the database itself refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from posts.models import Citation, Post, Redirect, TaggedPost
from taxonomy.models import Category, Tag
from tests.factories import make_draft, make_imported, make_post, make_publication

pytestmark = pytest.mark.django_db


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


@pytest.mark.parametrize(
    "lost",
    [
        {"published_at": None},
        {"section": None},
        {"guid": None},
        {"status": "scheduled", "published_at": None},
    ],
)
def test_a_public_post_without_what_it_needs(lost):
    post = make_post()
    refused(lambda: Post.objects.filter(pk=post.pk).update(**lost))


@pytest.mark.parametrize("slug", ["", "a/b", "..", ".", "a b", "a?b", "a#b", "a%b", "a\\b"])
def test_a_slug_that_is_no_path_segment(slug):
    post = make_draft()
    refused(lambda: Post.objects.filter(pk=post.pk).update(slug=slug))


def test_an_unknown_status():
    post = make_draft()
    refused(lambda: Post.objects.filter(pk=post.pk).update(status="live"))


def test_two_posts_at_one_address():
    post, other = make_post(slug="one"), make_post(slug="two")
    refused(lambda: Post.objects.filter(pk=other.pk).update(slug=post.slug))


def test_the_same_address_in_another_language_is_fine():
    make_post("en", slug="one")
    assert make_post("zh", slug="one").path == "/zh/posts/world/one/"


def test_two_posts_with_one_guid():
    make_imported(guid="https://old.example/1")
    draft = make_draft()
    refused(lambda: Post.objects.filter(pk=draft.pk).update(guid="https://old.example/1"))


def test_two_translations_in_one_language():
    post, other = make_post(), make_post()
    refused(lambda: Post.objects.filter(pk=other.pk).update(translation_key=post.translation_key))


def test_two_tags_at_one_address():
    Tag.objects.create(language="en", slug="ai", name="AI", title="AI")
    refused(lambda: Tag.objects.create(language="en", slug="ai", name="ai", title="Ai"))
    assert Tag.objects.create(language="zh", slug="ai", name="AI", title="AI").pk


def test_two_tags_of_one_concept_in_one_language():
    Tag.objects.create(language="en", slug="ai", name="AI", title="AI", concept="ai")
    refused(lambda: Tag.objects.create(language="en", slug="a", name="A", title="A", concept="ai"))


def test_a_tag_twice_on_a_post():
    post = make_post(tags=["AI"])
    tag = Tag.objects.get()
    refused(
        lambda: TaggedPost.objects.create(content_object=post, tag=tag, labels=["ai"], position=1)
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.example/", "/relative", "https://a b"]
)
def test_a_citation_that_leads_nowhere(url):
    post = make_post()
    refused(lambda: Citation.objects.filter(post=post).update(url=url))


@pytest.mark.parametrize(
    "values",
    [
        {"path": "en/"},
        {"path": "/a/", "target": "/a/"},
        {"path": "/a/", "target": "//evil.example/"},
        {"path": "/a/", "target": "javascript:alert(1)"},
    ],
)
def test_a_redirect_that_leads_astray(values):
    refused(lambda: Redirect.objects.create(**values))


def test_a_section_that_posts_use_cannot_be_deleted():
    make_post()
    with pytest.raises(Exception, match="protected"):
        Category.objects.get().delete()


def test_a_publication_of_an_unknown_language():
    publication = make_publication()
    publication.locale = "xx"
    publication.time_zone = "Mars/Olympus"
    with pytest.raises(ValidationError) as error:
        publication.full_clean()
    assert set(error.value.message_dict) == {"locale", "time_zone"}
