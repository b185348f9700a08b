"""Counts into the table, and out of it when they are old."""

from datetime import date, timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from feeds.models import DailyPolls

from .tally import Key, Tally, bounded

KEPT_DAYS: Final = 90
# Anybody may ask for anything under any name: so much of a day is told apart.
_PATHS: Final = 5000
_CLIENTS: Final = 200

# Counts are added to what another batch may be storing at the same moment.
_ADD = """
INSERT INTO feeds_dailypolls AS stored
    (day, path, client, polls, "full", delta, unchanged, missing, sent, subscribers)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (day, path, client) DO UPDATE SET
    polls = stored.polls + excluded.polls,
    "full" = stored."full" + excluded."full",
    delta = stored.delta + excluded.delta,
    unchanged = stored.unchanged + excluded.unchanged,
    missing = stored.missing + excluded.missing,
    sent = stored.sent + excluded.sent,
    subscribers = greatest(stored.subscribers, excluded.subscribers)
"""


def oldest_day() -> date:
    """The first day that is kept."""
    return timezone.now().date() - timedelta(days=KEPT_DAYS)


@transaction.atomic
def add(counts: Tally) -> int:
    """Add counts to those that are stored; how many polls that were."""
    if not counts:
        return 0
    rows = DailyPolls.objects.filter(day__in={key.day for key in counts})
    stored = [Key(*row) for row in rows.values_list("day", "path", "client")]
    kept = bounded(counts, stored, paths=_PATHS, clients=_CLIENTS)
    values = [
        (
            *key,
            count.polls,
            count.full,
            count.delta,
            count.unchanged,
            count.missing,
            count.sent,
            count.subscribers,
        )
        # In one order, so that two batches cannot wait for each other.
        for key, count in sorted(kept.items())
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_ADD, values)
    return sum(count.polls for count in kept.values())


def forget_old() -> None:
    """Delete what is older than `KEPT_DAYS`."""
    DailyPolls.objects.filter(day__lt=oldest_day()).delete()
