"""Misses into their tables, never more than `MOST_PATHS` of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from posts.models import DailyMisses, MissedPath, Redirect

from .miss import NOISE, Miss

MOST_PATHS: Final = 10_000
MOST_REFERRERS: Final = 10
KEPT_DAYS: Final = 90
# Of what was never seen before, a batch brings the most asked for: a scan makes many, once each.
_MOST_NEW: Final = 1_000
_LOCK: Final = 4_040_001
_ADD: Final = """
INSERT INTO posts_dailymisses AS stored (missed_id, day, hits)
SELECT * FROM unnest(%s::bigint[], %s::date[], %s::integer[])
ON CONFLICT (missed_id, day) DO UPDATE SET hits = stored.hits + excluded.hits
"""


@transaction.atomic
def add(counted: Mapping[Miss, int]) -> int:
    """Add misses to those that are stored; how many that were. A handful of queries."""
    by_path: dict[str, Counter[Miss]] = {}
    for miss, hits in counted.items():
        by_path.setdefault(miss.path, Counter())[miss] += hits
    # What an editor mended since is no miss any more.
    for path in Redirect.objects.filter(path__in=by_path).values_list("path", flat=True):
        del by_path[path]
    if not by_path:
        return 0
    with connection.cursor() as cursor:  # one batch at a time: rows are read, and then written
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    rows = MissedPath.objects.in_bulk(by_path, field_name="path")
    new = _most_asked({path: rest for path, rest in by_path.items() if path not in rows})
    made = [_grown(_unseen(path, rest), rest) for path, rest in new.items()]
    known = [_grown(row, by_path[path]) for path, row in rows.items()]
    MissedPath.objects.bulk_update(known, ["hits", "first_seen", "last_seen", "referrers"])
    MissedPath.objects.bulk_create(made)
    _add_days([(row.pk, by_path[row.path]) for row in (*known, *made)])
    _forget_the_least()
    return sum(by_path[row.path].total() for row in (*known, *made))


def forget_old() -> None:
    """Delete the days that are over for long, and the paths that nobody asked for since."""
    oldest = timezone.now().date() - timedelta(days=KEPT_DAYS)
    DailyMisses.objects.filter(day__lt=oldest).delete()
    MissedPath.objects.filter(last_seen__lt=oldest, is_ignored=False).delete()


def _most_asked(new: dict[str, Counter[Miss]]) -> dict[str, Counter[Miss]]:
    most = sorted(new, key=lambda path: (path != NOISE, -new[path].total(), path))
    return {path: new[path] for path in most[:_MOST_NEW]}


def _unseen(path: str, misses: Counter[Miss]) -> MissedPath:
    day = next(iter(misses)).day
    return MissedPath(path=path, hits=0, first_seen=day, last_seen=day)


def _grown(row: MissedPath, misses: Counter[Miss]) -> MissedPath:
    days = [miss.day for miss in misses]
    row.hits += misses.total()
    row.first_seen = min(row.first_seen, *days)
    row.last_seen = max(row.last_seen, *days)
    referrers = Counter(row.referrers)
    for miss, hits in misses.items():
        if miss.referrer:
            referrers[miss.referrer] += hits
    row.referrers = dict(referrers.most_common(MOST_REFERRERS))
    return row


def _add_days(rows: Iterable[tuple[int, Counter[Miss]]]) -> None:
    days: Counter[tuple[int, date]] = Counter()
    for pk, misses in rows:
        for miss, hits in misses.items():
            days[pk, miss.day] += hits
    columns = [(pk, day, hits) for (pk, day), hits in sorted(days.items())]
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [list(column) for column in zip(*columns, strict=True)])


def _forget_the_least() -> None:
    """Make room: what was asked for least goes first, of that what was seen last longest ago."""
    excess = MissedPath.objects.count() - MOST_PATHS
    if excess > 0:
        least = MissedPath.objects.exclude(path=NOISE).order_by("is_ignored", "hits", "last_seen")
        MissedPath.objects.filter(pk__in=list(least.values_list("pk", flat=True)[:excess])).delete()
