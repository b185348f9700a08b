"""What the worker does for posts."""

import logging

from django.core.exceptions import ValidationError
from django.utils import timezone
from procrastinate.contrib.django import app

from .actions import publish_post
from .misses.tasks import forget_old_misses
from .models import Post
from .search.upkeep import build_missing
from .share.tasks import draw_share_picture, redraw_share_pictures
from .workflow import Status

__all__ = ["draw_share_picture", "forget_old_misses", "publish_due_posts", "redraw_share_pictures"]

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
