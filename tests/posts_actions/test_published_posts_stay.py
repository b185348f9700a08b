import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from posts.actions import delete_post, withdraw_post
from posts.models import Post
from tests.factories import make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db


def test_a_draft_can_be_deleted():
    draft = make_draft()
    delete_post(draft, by=make_editor())
    assert not Post.objects.exists()


def test_a_published_post_cannot_be_deleted():
    post = make_post()
    with pytest.raises(ValidationError):
        delete_post(post, by=make_editor())
    assert Post.objects.get() == post


def test_a_withdrawn_post_cannot_be_deleted():
    post = withdraw_post(make_post(), by=None)
    with pytest.raises(ValidationError):
        delete_post(post, by=None)


def test_the_database_refuses_what_goes_around_the_action():
    post = make_post()
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=post.pk).delete()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM posts_post WHERE id = %s", [post.pk])
    assert Post.objects.get() == post


def test_only_who_may_deletes():
    draft = make_draft()
    with pytest.raises(PermissionDenied):
        delete_post(draft, by=make_editor("author", "change_post"))
    assert Post.objects.get() == draft
