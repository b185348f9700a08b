"""Counts polls of feeds in what was read of an access log."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from django.utils import timezone

from edge.access_log.lines import Request

from .polled import feed_at
from .store import add, oldest_day
from .tally import tally


def count_polls(requests: Sequence[Request]) -> int:
    """Add the polls among requests to those that are stored; how many those were."""
    return add(tally(_recent(requests), feed_at))


def _recent(requests: Iterable[Request]) -> Iterator[Request]:
    """Without what is too old to be kept, and what a wrong clock dates in the future."""
    first, last = oldest_day(), timezone.now().date() + timedelta(days=1)
    return (request for request in requests if first <= request.day <= last)
