import pytest
from django.db import IntegrityError, transaction

from posts.actions import publish_post, save_post, withdraw_post
from posts.models import Post
from posts.snapshot import content_of
from tests.factories import content, make_draft, make_imported, make_post

pytestmark = pytest.mark.django_db


def test_a_draft_has_none():
    assert make_draft().guid is None


def test_a_new_one_says_nothing_of_this_machine():
    post = make_post()
    assert post.guid.startswith("urn:uuid:")
    assert not post.guid_is_permalink


def test_it_outlives_a_new_address_and_a_withdrawal():
    post = make_post()
    guid = post.guid
    save_post(post, content(slug="another", section="finance"), by=None)
    withdraw_post(post, by=None)
    publish_post(post, by=None)
    assert Post.objects.get().guid == guid


def test_an_imported_one_is_kept_as_it_was():
    post = make_imported(guid="https://old.example/posts/1/")
    save_post(post, content_of(post), by=None)
    assert Post.objects.get().guid == "https://old.example/posts/1/"
    assert Post.objects.get().guid_is_permalink


def test_the_database_refuses_another():
    post = make_post()
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=post.pk).update(guid="urn:uuid:other")
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=post.pk).update(guid=None)
