"""What the worker does for posts."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from procrastinate.contrib.django import app

from .actions import turn_leads
from .actions.due import publish_if_due, withdraw_if_due
from .batches import run, unfinished
from .batches.run import SECONDS_A_JOB, run_later
from .misses.tasks import forget_old_misses
from .models import Post
from .search.upkeep import build_missing
from .share.tasks import draw_share_picture, redraw_share_pictures
from .unsaved import forget_old

__all__ = ["draw_share_picture", "forget_old_misses", "publish_due_posts", "redraw_share_pictures"]

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="publish-due-posts", priority=100, pass_context=False)
def publish_due_posts(timestamp: int) -> None:
    """Publish and withdraw the posts whose time has come, also those missed while nothing ran."""
    now = timezone.now()
    _each(publish_if_due, Post.objects.due(now), now)
    _each(publish_if_due, Post.objects.with_draft_due(now), now)
    _each(withdraw_if_due, Post.objects.to_withdraw(now), now)
    turn_leads(now)


def _each(do: Callable[[Post, datetime], bool], posts: Iterable[Post], now: datetime) -> None:
    """One that cannot go out keeps none of the others back: it stays, for an editor to see."""
    for post in posts:
        try:
            do(post, now)
        except ValidationError as error:
            logger.warning("%s: post %s: %s", do.__name__, post.pk, error.messages)
        except Exception:
            logger.exception("%s: post %s", do.__name__, post.pk)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget-unsaved-texts", priority=-10, pass_context=False)
def forget_unsaved_texts(timestamp: int) -> None:
    """Throw away what was typed and not saved, where nobody came back for it."""
    forget_old()


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
