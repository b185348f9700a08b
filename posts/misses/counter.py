"""Counts misses in what was read of an access log."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from edge.access_log.lines import Request

from .miss import Miss, miss
from .store import add

_METHODS = frozenset({"GET", "HEAD"})


def count_misses(requests: Sequence[Request]) -> int:
    """Add what was not found among requests; nothing that a wrong clock dates later."""
    tomorrow = timezone.now().date() + timedelta(days=1)
    counted: Counter[Miss] = Counter()
    for request in requests:
        if request.status != 404 or request.method not in _METHODS or request.day > tomorrow:
            continue
        found = miss(request.target, request.day, request.referer)
        if found is not None:
            counted[found] += 1
    return add(counted) if counted else 0
