"""The publications, asked of the database once a second at most: every page and feed needs them."""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db.models.signals import post_delete, post_save

from .models import Publication

SECONDS: Final = 1.0
_kept: tuple[float, tuple[Publication, ...]] | None = None


def known() -> tuple[Publication, ...]:
    """All publications in their order, at most a second old. Not to be changed in place."""
    global _kept  # noqa: PLW0603 — one process, one memory
    now = time.monotonic()
    if _kept is None or now - _kept[0] > SECONDS:
        _kept = now, tuple(Publication.objects.all())
    return _kept[1]


def as_of(stamp: datetime | None, publications: Sequence[Publication]) -> list[Publication]:
    """These publications, no older than the stamp of what they say (`publication.keys`).

    What is dated by a stamp must not show what was there before it, and be kept like that.
    """
    newest = max((row.changed_at for row in publications if row.changed_at), default=None)
    if stamp is None or (newest is not None and newest >= stamp):
        return list(publications)
    return list(Publication.objects.filter(pk__in=[row.pk for row in publications]))


def forget(**_signal: Any) -> None:
    """Ask the database again the next time."""
    global _kept  # noqa: PLW0603
    _kept = None


post_save.connect(forget, sender=Publication)
post_delete.connect(forget, sender=Publication)
