"""Real workers, one of them killed in the middle: every scheduled post goes out exactly once."""

import signal
import time
from datetime import timedelta

import pytest
from django.db.models import Count
from django.utils import timezone

from posts.models import Post, Revision
from posts.tasks import publish_due_posts
from tests.database import empty_queue
from tests.factories import make_draft
from tests.websub.worker import worker

pytestmark = pytest.mark.django_db(transaction=True)

POSTS = 60


@pytest.fixture(autouse=True)
def queue():
    empty_queue()
    yield
    empty_queue()


def published():
    return Post.objects.filter(status="published").count()


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.05)


def test_each_goes_out_once():
    due = timezone.now() - timedelta(minutes=1)
    for _number in range(POSTS):
        post = make_draft()
        Post.objects.filter(pk=post.pk).update(status="scheduled", published_at=due)
    with worker() as first, worker():
        publish_due_posts.configure(queueing_lock="first").defer(timestamp=1)
        publish_due_posts.configure(queueing_lock="second").defer(timestamp=2)
        wait_until(lambda: published() >= 3)
        first.send_signal(signal.SIGKILL)
        first.wait()
        # The next minute's job, for whatever the killed one had not done.
        publish_due_posts.configure(queueing_lock="third").defer(timestamp=3)
        wait_until(lambda: published() == POSTS)
    times = Revision.objects.filter(action="publish").values("post").annotate(times=Count("pk"))
    assert {row["times"] for row in times} == {1}
    assert len(times) == POSTS
    assert not Post.objects.exclude(published_at=due).exists()
