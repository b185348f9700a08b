from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from posts.actions import (
    create_post,
    publish_post,
    return_post,
    save_post,
    schedule_post,
    submit_post,
    withdraw_post,
)
from posts.models import Post
from tests.factories import content, make_draft, make_editor, make_post, make_publication

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("move", [submit_post, return_post])
def test_a_published_post_goes_only_where_the_table_says(move):
    post = make_post()
    with pytest.raises(ValidationError):
        move(post, by=None)
    assert Post.objects.get().status == "published"


def test_a_draft_cannot_be_withdrawn():
    with pytest.raises(ValidationError):
        withdraw_post(make_draft(), by=None)


@pytest.mark.parametrize("missing", [{"section": ""}, {"body": "<script>x</script>"}])
def test_what_readers_need_must_be_there(missing):
    draft = make_draft(**missing)
    with pytest.raises(ValidationError) as error:
        publish_post(draft, by=None)
    assert set(error.value.message_dict) == set(missing)
    assert Post.objects.get().status == "draft"


def test_a_body_that_cannot_be_made_clean_is_refused():
    with pytest.raises(ValidationError) as error:
        make_draft(body="<div>" * 1000)
    assert set(error.value.message_dict) == {"body"}


def test_an_author_may_write_but_not_publish():
    author = make_editor("author", "add_post", "change_post")
    draft = create_post(make_publication(), content(), by=author)
    save_post(draft, content(), by=author)
    submit_post(draft, by=author)
    for act in (publish_post, lambda post, by: schedule_post(post, tomorrow(), by=by)):
        with pytest.raises(PermissionDenied):
            act(draft, by=author)
    assert Post.objects.get().status == "in_review"


def test_an_author_may_not_change_what_is_public():
    post = make_post(title="As published")
    with pytest.raises(PermissionDenied):
        save_post(post, content(title="Sneaked in"), by=make_editor("author", "change_post"))
    assert Post.objects.get().title == "As published"


def test_who_has_no_permission_creates_nothing():
    with pytest.raises(PermissionDenied):
        create_post(make_publication(), content(), by=make_editor("reader", "view_post"))
    assert not Post.objects.exists()


def test_a_date_in_the_past_stays():
    draft = make_draft()
    yesterday = timezone.now() - timedelta(days=1)
    Post.objects.filter(pk=draft.pk).update(published_at=yesterday)
    assert publish_post(draft, by=None).published_at == yesterday


def test_nothing_is_published_with_a_date_in_the_future():
    draft = make_draft()
    Post.objects.filter(pk=draft.pk).update(published_at=tomorrow())
    assert publish_post(draft, by=None).published_at <= timezone.now()


def test_what_was_withdrawn_comes_back_with_its_date():
    post = make_post()
    date = post.published_at
    withdraw_post(post, by=None)
    assert not Post.objects.published("en").exists()
    publish_post(post, by=None)
    assert Post.objects.published("en").get().published_at == date


def test_only_a_significant_edit_moves_the_date_of_update():
    post = make_post()
    save_post(post, content(), by=None)
    assert Post.objects.get().updated_at is None
    save_post(post, content(), by=None, significant=True)
    assert Post.objects.get().updated_at is not None


def test_an_action_that_fails_changes_nothing():
    post = make_post(title="Before", tags=["One"])
    make_post(slug="taken")
    with pytest.raises(ValidationError):
        save_post(post, content(title="After", tags=["Two"], slug="taken"), by=None)
    stored = Post.objects.get(pk=post.pk)
    assert stored.title == "Before"
    assert [tag.name for tag in stored.tags.all()] == ["One"]
    assert stored.revisions.count() == 2


def tomorrow():
    return timezone.now() + timedelta(days=1)
