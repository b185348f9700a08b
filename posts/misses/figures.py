"""What the desk shows of misses."""

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.db.models import Sum
from django.utils import timezone

from posts.models import DailyMisses, MissedPath

from .miss import NOISE

WEEK: Final = 7


def open_misses() -> int:
    """How many paths readers ask for in vain, and nobody has dealt with."""
    return MissedPath.objects.filter(is_ignored=False).exclude(path=NOISE).count()


def scanners() -> MissedPath | None:
    """What scanners ask for, taken together."""
    return MissedPath.objects.filter(path=NOISE).first()


def hits_of_week(missed: Collection[MissedPath]) -> dict[int, int]:
    """How often each was asked for in the last seven days."""
    since = timezone.now().date() - timedelta(days=WEEK - 1)
    rows = DailyMisses.objects.filter(missed__in=missed, day__gte=since).order_by()
    return dict(rows.values_list("missed").annotate(Sum("hits")))
