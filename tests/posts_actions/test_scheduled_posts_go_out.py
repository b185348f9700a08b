from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from posts.actions import schedule_post
from posts.models import Post
from posts.tasks import publish_due_posts
from tests.factories import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheduled():
    return schedule_post(make_draft(), timezone.now() + timedelta(hours=1), by=None)


def test_not_before_their_time(scheduled):
    publish_due_posts(timestamp=0)
    assert Post.objects.get().status == "scheduled"
    assert not Post.objects.published("en").exists()


def test_at_their_time_with_the_date_that_was_chosen(scheduled):
    with time_machine.travel(scheduled.published_at + timedelta(hours=5), tick=False):
        publish_due_posts(timestamp=0)
        post = Post.objects.published("en").get()
    assert post.published_at == scheduled.published_at
    assert post.guid.startswith("urn:uuid:")


def test_once(scheduled):
    with time_machine.travel(scheduled.published_at, tick=False):
        publish_due_posts(timestamp=0)
        publish_due_posts(timestamp=60)
    assert scheduled.revisions.filter(action="publish").count() == 1


def test_the_past_cannot_be_chosen():
    with pytest.raises(ValidationError):
        schedule_post(make_draft(), timezone.now() - timedelta(minutes=1), by=None)
