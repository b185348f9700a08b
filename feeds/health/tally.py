"""Requests, counted by day, feed and client. Pure, but for what `feed_at` may ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from edge.access_log.lines import Request

from .agents import parse_agent


class Key(NamedTuple):
    """What is counted together."""

    day: date
    path: str
    client: str


@dataclass(slots=True)
class Count:
    """The numbers of a `feeds.models.DailyPolls`."""

    polls: int = 0
    full: int = 0
    delta: int = 0
    unchanged: int = 0
    missing: int = 0
    sent: int = 0
    subscribers: int | None = None

    def add(self, request: Request, subscribers: int | None) -> None:
        """Count one poll."""
        self.polls += 1
        self.sent += request.sent
        self.full += request.status == 200
        self.delta += request.status == 226
        self.unchanged += request.status == 304
        self.missing += request.status in {404, 410}
        self._announce(subscribers)

    def merge(self, other: "Count") -> None:
        """Take another's counts in."""
        for name in ("polls", "full", "delta", "unchanged", "missing", "sent"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self._announce(other.subscribers)

    def _announce(self, subscribers: int | None) -> None:
        if subscribers is not None:
            self.subscribers = max(self.subscribers or 0, subscribers)


type Tally = dict[Key, Count]


def tally(requests: Iterable[Request], feed_at: Callable[[str], str | None]) -> Tally:
    """Count the polls among requests; `feed_at` tells a target's feed, None for what is none."""
    counts: Tally = {}
    paths: dict[str, str | None] = {}
    for request in requests:
        if request.method not in {"GET", "HEAD"} or not _is_counted(request.status):
            continue
        if request.target not in paths:
            paths[request.target] = feed_at(request.target)
        path = paths[request.target]
        if path is None:
            continue
        agent = parse_agent(request.agent)
        key = Key(request.day, path, agent.client)
        counts.setdefault(key, Count()).add(request, agent.subscribers)
    return counts


def _is_counted(status: int) -> bool:
    """Not a redirect, which is counted where it led, nor what was no proper question."""
    return status in {200, 226, 304, 404, 410} or status >= 500


def bounded(counts: Tally, stored: Iterable[Key], *, paths: int, clients: int) -> Tally:
    """The counts without what would let anybody fill the table.

    Of a day's feeds at most `paths` are kept, the rest is left out; of a feed's clients at most
    `clients`, the rest counts as unnamed. What is `stored` already stays, and then come those who
    poll most.
    """
    feeds: dict[date, set[str]] = {}
    named: dict[tuple[date, str], set[str]] = {}
    for key in stored:
        feeds.setdefault(key.day, set()).add(key.path)
        named.setdefault((key.day, key.path), set()).add(key.client)
    kept: Tally = {}
    for key, count in sorted(counts.items(), key=lambda item: (-item[1].polls, item[0])):
        known = feeds.setdefault(key.day, set())
        if key.path not in known and len(known) >= paths:
            continue
        known.add(key.path)
        others = named.setdefault((key.day, key.path), set())
        is_full = key.client not in others and len(others) >= clients
        final = key._replace(client="") if is_full else key
        others.add(final.client)
        kept.setdefault(final, Count()).merge(count)
    return kept
