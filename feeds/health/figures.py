"""What the desk shows of feed health: a few queries, however much was polled."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, Max, QuerySet, Sum
from django.utils import timezone

from feeds.models import DailyPolls

SHOWN_DAYS: Final = 30
# So often must a client have asked before it is said that it never revalidates.
ENOUGH_POLLS: Final = 20

_SUMS: Final = {
    name: Sum(name) for name in ("polls", "full", "delta", "unchanged", "missing", "sent")
}


@dataclass(slots=True, kw_only=True)
class Figures:
    """Sums over the days that are shown. Shares are in percent of what was answered in good order.

    `subscribers` is what was announced last.
    """

    polls: int
    full: int
    delta: int
    unchanged: int
    missing: int
    sent: int
    subscribers: int | None = None

    @property
    def unchanged_share(self) -> int:
        return _percent(self.unchanged, self._answered)

    @property
    def delta_share(self) -> int:
        return _percent(self.delta, self._answered)

    @property
    def _answered(self) -> int:
        return self.full + self.delta + self.unchanged


@dataclass(slots=True, kw_only=True)
class FeedFigures(Figures):
    """Of a feed. `announcing` clients say how many subscribers they have, `others` do not."""

    path: str
    clients: int
    announcing: int = 0

    @property
    def others(self) -> int:
        return self.clients - self.announcing


@dataclass(slots=True, kw_only=True)
class ClientFigures(Figures):
    """Of a client of a feed. `changes` is how often the feed changed, at most."""

    client: str
    last_day: date
    changes: int

    @property
    def never_revalidates(self) -> bool:
        """Whether it fetched the whole feed again and again, also when nothing had changed."""
        return (
            self.full >= ENOUGH_POLLS
            and self.full > self.changes
            and not (self.unchanged or self.delta)
        )


@dataclass(slots=True)
class Day:
    """The polls of a feed on a day, and how they were answered."""

    day: date
    polls: int = 0
    full: int = 0
    delta: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Totals:
    """What all feeds together were asked."""

    polls: int = 0
    sent: int = 0
    subscriptions: int = 0
    feeds: list[FeedFigures] = field(default_factory=list)


def first_day() -> date:
    """The first of the days that are shown."""
    return timezone.now().date() - timedelta(days=SHOWN_DAYS - 1)


def of_feeds() -> Totals:
    """All feeds that were asked for, those with most subscribers first. Two queries."""
    shown = _shown()
    # The type checker does not know what `**` annotates.
    rows: Any = shown.values("path").annotate(clients=Count("client", distinct=True), **_SUMS)
    feeds = {row["path"]: FeedFigures(**row) for row in rows}
    for path, subscribers in _announced(shown).values_list("path", "subscribers"):
        feed = feeds[path]
        feed.subscribers = (feed.subscribers or 0) + (subscribers or 0)
        feed.announcing += 1
    ranked = sorted(feeds.values(), key=lambda one: (-(one.subscribers or 0), -one.polls, one.path))
    return Totals(
        polls=sum(feed.polls for feed in ranked),
        sent=sum(feed.sent for feed in ranked),
        subscriptions=sum(feed.subscribers or 0 for feed in ranked),
        feeds=ranked,
    )


def of_clients(path: str, changes: int) -> list[ClientFigures]:
    """The clients of a feed, those with most subscribers first. Two queries."""
    shown = _shown().filter(path=path)
    announced = dict(_announced(shown).values_list("client", "subscribers"))
    rows: Any = shown.values("client").annotate(last_day=Max("day"), **_SUMS)
    clients = [
        ClientFigures(changes=changes, subscribers=announced.get(row["client"]), **row)
        for row in rows
    ]
    return sorted(clients, key=lambda one: (-(one.subscribers or 0), -one.polls, one.client))


def of_days(path: str) -> list[Day]:
    """The days of a feed, each of them, the first one first. One query."""
    start = first_day()
    days = {
        day: Day(day) for day in (start + timedelta(days=number) for number in range(SHOWN_DAYS))
    }
    names = ("polls", "full", "delta", "unchanged")
    shown = _shown().filter(path=path).values("day")
    for row in shown.annotate(**{name: _SUMS[name] for name in names}):
        if row["day"] in days:
            days[row["day"]] = Day(**row)
    return list(days.values())


def _shown() -> QuerySet[DailyPolls]:
    return DailyPolls.objects.filter(day__gte=first_day())


def _announced(shown: QuerySet[DailyPolls]) -> QuerySet[DailyPolls]:
    """Of each client of each feed the row of the last day on which it announced a number."""
    announcing = shown.filter(subscribers__isnull=False)
    return announcing.order_by("path", "client", "-day").distinct("path", "client")


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
