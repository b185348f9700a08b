from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from posts.actions import Limits, publish_post, save_post, schedule_post
from posts.models import Post
from posts.snapshot import content_of
from posts.tasks import publish_due_posts
from tests.factories import make_draft, make_member, make_post

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now()


def limit(post, **limits):
    return save_post(post, content_of(post), limits=Limits(**limits), by=None)


def test_nobody_publishes_what_is_under_embargo(now):
    post = limit(make_draft(), embargo_until=now + HOUR)
    for user in (None, make_member("Editor"), make_member("Administrator")):
        with pytest.raises(ValidationError) as error:
            publish_post(post, by=user)
        assert set(error.value.message_dict) == {"published_at"}
    assert Post.objects.get().status == "draft"


def test_it_is_scheduled_for_its_end_and_not_earlier(now):
    post = limit(make_draft(), embargo_until=now + HOUR)
    with pytest.raises(ValidationError):
        schedule_post(post, now + HOUR / 2, by=None)
    schedule_post(post, now + HOUR, by=None)
    with time_machine.travel(now + HOUR, tick=False):
        publish_due_posts(timestamp=0)
    assert Post.objects.get().status == "published"


def test_an_embargo_that_is_set_later_stops_what_is_scheduled(now):
    post = schedule_post(make_draft(), now + HOUR, by=None)
    with pytest.raises(ValidationError):
        limit(post, embargo_until=now + 2 * HOUR)


def test_only_those_who_may_publish_set_limits(now):
    contributor = make_member("Contributor")
    post = make_draft()
    Post.objects.update(created_by=contributor)
    with pytest.raises(PermissionDenied):
        save_post(
            post,
            content_of(post),
            limits=Limits(embargo_until=None, withdraw_at=now),
            by=contributor,
        )


def test_a_post_is_withdrawn_at_its_time(now):
    post = limit(make_post(), withdraw_at=now + HOUR)
    publish_due_posts(timestamp=0)
    assert Post.objects.get().status == "published"
    with time_machine.travel(now + HOUR, tick=False):
        publish_due_posts(timestamp=0)
        publish_due_posts(timestamp=60)
    found = Post.objects.get()
    assert (found.status, found.withdraw_at) == ("withdrawn", None)
    assert post.revisions.filter(action="withdraw").count() == 1


@pytest.mark.parametrize("ago", [-HOUR, -365 * 24 * HOUR * 3])
def test_an_end_in_the_past_is_refused(now, ago):
    with pytest.raises(ValidationError):
        limit(make_post(), withdraw_at=now + ago)


def test_an_end_before_the_beginning_is_refused(now):
    post = schedule_post(make_draft(), now + 2 * HOUR, by=None)
    with pytest.raises(ValidationError):
        limit(post, withdraw_at=now + HOUR)
