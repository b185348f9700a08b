"""Begins batches and carries them on, whoever began: a request, a job, the job after a crash."""

import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from time import monotonic
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import OperationalError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from posts.models import Batch

from .kinds import KINDS

logger = logging.getLogger(__name__)

AT_ONCE: Final = 20
"""So many posts are done while the editor waits; a step of a merge is at once as well."""
SECONDS_A_JOB: Final = 5.0
"""What waits for the worker meanwhile, such as posts that are due, is not kept waiting longer."""
_RETRIES: Final = 3
_FORGOTTEN: Final = timedelta(days=1)
_TASK: Final = "posts.tasks.run_batch"
# Before what nobody waits for, behind what is due.
_PRIORITY: Final = -5


def prepare(
    kind: str,
    *,
    by: AbstractBaseUser,
    order: Mapping[str, Any] | None = None,
    posts: Iterable[int] = (),
    total: int = 0,
) -> Batch:
    """A batch that does nothing until it is begun."""
    chosen = list(posts)
    return Batch.objects.create(
        kind=kind,
        by_id=by.pk,
        order=dict(order or {}),
        locale=translation.get_language() or "",
        posts=chosen,
        total=total or len(chosen),
    )


def begin(batch: Batch, *, at_once: int = AT_ONCE) -> Batch:
    """Begin a batch, once; one of no more than `at_once` posts is over when this returns."""
    begun = Batch.objects.filter(pk=batch.pk, started_at=None).update(started_at=timezone.now())
    if begun and batch.total <= at_once:
        run(batch.pk)
    elif begun:
        run_later(batch.pk)
    batch.refresh_from_db()
    return batch


def run(batch_id: int, *, seconds: float | None = None) -> None:
    """Carry a batch on to its end, or for so long. Where somebody else does so, leave it to them.

    Between two steps either may take it; the other one then stops.
    """
    start, failed = monotonic(), 0
    while True:
        try:
            if not _step(batch_id):
                return
        except OperationalError:
            # Two that waited for each other: the step left nothing behind, and is done again.
            failed += 1
            if failed > _RETRIES:
                raise
        except Exception:
            # Nothing that comes again by itself would end otherwise.
            logger.exception("Batch %s ends before its end.", batch_id)
            _give_up(batch_id)
            return
        if seconds is not None and monotonic() - start > seconds:
            run_later(batch_id)
            return


def run_later(batch_id: int) -> None:
    """Have the worker carry it on."""
    job = app.configure_task(_TASK, queueing_lock=f"batch-{batch_id}", priority=_PRIORITY)
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(batch_id=batch_id)


def unfinished() -> list[int]:
    """The batches that were begun and are not over; those never begun are forgotten in a day."""
    Batch.objects.filter(started_at=None, created_at__lt=timezone.now() - _FORGOTTEN).delete()
    begun = Batch.objects.filter(started_at__isnull=False, finished_at=None)
    return list(begun.order_by("pk").values_list("pk", flat=True))


def _give_up(batch_id: int) -> None:
    """End a batch that cannot go on; what was done stays done."""
    batch = Batch.objects.defer("posts").get(pk=batch_id)
    with translation.override(batch.locale or None):
        batch.error = _("Something went wrong; the log of the server says what.")
    batch.finished_at = timezone.now()
    batch.save(update_fields=["error", "finished_at"])


@transaction.atomic
def _step(batch_id: int) -> bool:
    """One step and its count; whether there is more to do for us."""
    waiting = Batch.objects.filter(pk=batch_id, started_at__isnull=False, finished_at=None)
    batch = waiting.defer("posts").select_for_update(skip_locked=True, of=("self",)).first()
    if batch is None:
        return False
    with translation.override(batch.locale or None):
        is_over = KINDS[batch.kind].step(batch)
    if is_over:
        batch.finished_at = timezone.now()
    batch.save(update_fields=["done", "total", "error", "finished_at"])
    return not is_over
