"""What the worker does for WebSub."""

import logging
import time
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from .hub import Hub, HubRefusalError, HubUnavailableError
from .topics import topics_of

logger = logging.getLogger(__name__)

# After 3 s, 9 s, 27 s … 16 hours: a day in all.
BACKOFF: Final = RetryStrategy(max_attempts=10, exponential_wait=3)
# Then others have their turn: the worker publishes posts that are due, too.
TURN: Final = 20.0


@app.task(retry=BACKOFF, pass_context=True)
def ping(context: JobContext, hub: str, keys: list[str], failures: int = 0) -> None:
    """Tell a hub that the feeds of some lists have changed.

    It takes along what waits to be told the same hub: a burst of changes is told once, a hub that
    was away hears all at once when it is back, and one that is away costs one attempt at a time.
    What could not be told is handed on to a new job; `failures` counts those in a row.
    """
    if hub not in settings.WEBSUB_HUBS:
        return
    # Read before anything is told: what changes later has a job of its own.
    waiting = _waiting(hub, context.job.id)
    untold = _nearest_first(set(keys).union(*(job.args["keys"] for job in waiting)))
    try:
        _tell(hub, untold)
    except HubUnavailableError as error:
        decision = BACKOFF.get_retry_decision(
            exception=error, job=context.job.evolve(attempts=failures)
        )
        if decision is None:
            logger.error("%s was not told of changes to %s: %s", hub, ", ".join(keys), error)
            return
        logger.warning("%s will be told later of %s changed lists: %s", hub, len(untold), error)
        asked = timezone.now() + timedelta(seconds=error.wait)
        due = max(asked, decision.retry_at or asked)
        ping.configure(schedule_at=due).defer(hub=hub, keys=[*untold], failures=failures + 1)
    else:
        if untold:
            ping.defer(hub=hub, keys=untold)
    # Last: if the worker ends before this, a hub is told twice rather than never.
    for job in waiting:
        app.job_manager.cancel_job_by_id(job.pk, delete_job=True)


def _waiting(hub: str, but: int | None) -> list[ProcrastinateJob]:
    jobs = ProcrastinateJob.objects.filter(task_name=ping.name, status="todo", args__hub=hub)
    return list(jobs.exclude(pk=but))


def _nearest_first(keys: set[str]) -> list[str]:
    """The site's feeds, which most read, before those of its sections and tags."""
    return sorted(keys, key=lambda key: (key.count("/"), key))


def _tell(hub: str, untold: list[str]) -> None:
    """Tell a hub of one list after the other, and take off `untold` what is done.

    Stops when its turn is over. Raises HubUnavailableError.
    """
    end = time.monotonic() + TURN
    refused: list[str] = []
    reason = ""
    try:
        with Hub(hub) as listener:
            while untold and time.monotonic() < end:
                for topic in topics_of(untold[0]):
                    try:
                        listener.publish(topic)
                    except HubRefusalError as refusal:
                        refused.append(topic)
                        reason = str(refusal)
                del untold[0]
    finally:
        if refused:
            logger.error("%s does not take %s: %s", hub, ", ".join(refused), reason)
