"""What the worker does for posts."""

import logging

from django.core.exceptions import ValidationError
from django.utils import timezone
from procrastinate.contrib.django import app

from .actions import publish_post
from .batches import run, unfinished
from .batches.run import SECONDS_A_JOB, run_later
from .models import Post
from .search.upkeep import build_missing
from .share.tasks import draw_share_picture, redraw_share_pictures
from .workflow import Status

__all__ = ["draw_share_picture", "publish_due_posts", "redraw_share_pictures"]

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="publish-due-posts", pass_context=False)
def publish_due_posts(timestamp: int) -> None:
    """Publish the scheduled posts whose time has come, also those missed while nothing ran."""
    due = Post.objects.filter(status=Status.SCHEDULED, published_at__lte=timezone.now())
    for post in due.order_by("published_at", "pk"):
        try:
            publish_post(post, by=None)
        except ValidationError as error:
            # Another worker was faster, or an editor took it back: the others still go out.
            logger.warning("Post %s was not published: %s", post.pk, error.messages)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="build-search-entries", priority=-10, pass_context=False)
def build_search_entries(timestamp: int) -> None:
    """Index posts that have no search entry, or one made by older rules: a batch a job."""
    build_missing()


@app.task(priority=-5)
def run_batch(batch_id: int) -> None:
    """Carry a batch on for some seconds; another job does what is left."""
    run(batch_id, seconds=SECONDS_A_JOB)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="resume-batches", priority=-5, pass_context=False)
def resume_batches(timestamp: int) -> None:
    """Go on with the batches whose worker was killed."""
    for batch_id in unfinished():
        run_later(batch_id)
