"""Makes the search entries that are missing: of posts from before, or by older rules."""

from contextlib import suppress
from typing import Any, Final

from django.apps.registry import Apps
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from edge.stamps import touch
from publication.models import Publication

from .entries import index_some, unindexed
from .keys import search_key

BATCH: Final = 200
_BATCHES_A_JOB: Final = 5
_TASK: Final = "posts.tasks.build_search_entries"


def build_missing() -> None:
    """Index some of the posts that need it; another job does the next ones.

    What waits for the worker meanwhile, such as posts that are due, goes first.
    """
    for _batch in range(_BATCHES_A_JOB):
        if not index_some(unindexed(), BATCH, wait=False):
            return
        touch_searches()
    build_later()


def touch_searches() -> None:
    """Say that searches may find more than they did."""
    with transaction.atomic():
        touch(search_key(code) for code in Publication.objects.values_list("code", flat=True))


def build_after_migrations(*, apps: Apps | None = None, **_signal: Any) -> None:
    """Do so once the tables are there. A flush, which leaves nothing to index, names no apps."""
    if apps is not None and "searchentry" in apps.all_models["posts"]:
        build_later()


def build_later() -> None:
    """Have the worker index the posts that need it, if there are any."""
    if unindexed().exists():
        job = app.configure_task(_TASK, queueing_lock="build-search-entries", priority=-10)
        with suppress(AlreadyEnqueued), transaction.atomic():
            job.defer(timestamp=0)
