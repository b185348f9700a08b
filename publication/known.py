"""The publications, asked of the database once a second at most: every page and feed needs them."""

import time
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


def forget(**_signal: Any) -> None:
    """Ask the database again the next time."""
    global _kept  # noqa: PLW0603
    _kept = None


post_save.connect(forget, sender=Publication)
post_delete.connect(forget, sender=Publication)
