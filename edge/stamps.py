"""Tells what changed when: written by actions in their transaction, read by every validator.

A response that shows several things is as new as the newest of their stamps.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import connection
from django.db.models import Q

from .models import Stamp

type Told = Callable[[datetime], object]

# A clock that is never the same second twice, the unit of HTTP's dates: a date alone then tells any
# two states apart, also of what shows several things. Its row is held until commit, so that stamps
# are in the order of commits, and no two transactions can wait for each other's.
CLOCK: Final = "clock"
_TOUCH = """
WITH clock AS (
    INSERT INTO edge_stamp AS clock (key, first_at, changed_at)
    VALUES (%s, clock_timestamp(), clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET changed_at =
        greatest(clock_timestamp(), date_trunc('second', clock.changed_at) + interval '1 second')
    RETURNING changed_at
)
INSERT INTO edge_stamp (key, first_at, changed_at)
SELECT touched.key, clock.changed_at, clock.changed_at
FROM clock, unnest(%s::text[]) AS touched (key)
ON CONFLICT (key) DO UPDATE SET changed_at = excluded.changed_at
RETURNING changed_at
"""
_AGE = "SELECT key, first_at, changed_at FROM edge_stamp WHERE key = ANY(%s) ORDER BY key"


@dataclass(frozen=True, slots=True)
class Age:
    """What the stamps of some keys say: `times` of those that were ever touched, in their order."""

    times: Mapping[str, datetime]

    @property
    def keys(self) -> frozenset[str]:
        """The keys that were ever touched."""
        return frozenset(self.times)

    @property
    def state(self) -> str:
        """Differs whenever any of them changed."""
        return "\n".join(f"{key}\t{time.isoformat()}" for key, time in self.times.items())

    @property
    def changed_at(self) -> datetime | None:
        """When the newest of the changes was made."""
        return max(self.times.values(), default=None)

    def changed_of(self, keys: Iterable[str]) -> datetime | None:
        """When any of these keys last changed."""
        return max((self.times[key] for key in set(keys) & self.keys), default=None)


@dataclass(slots=True)
class _Batch:
    keys: set[str] = field(default_factory=set)
    told: list[Told] = field(default_factory=list)


_batch: ContextVar[_Batch | None] = ContextVar("edge_batch", default=None)


def touch(keys: Iterable[str], then: Told = lambda _at: None) -> None:
    """Stamp what changed, then call `then` with the stamp; no keys, no call.

    To be called inside the transaction that changes it, near its end: others who stamp wait until
    it ends. That keeps validators from going backwards.
    """
    names = set(keys)
    if not names:
        return
    batch = _batch.get()
    if batch is not None:
        batch.keys |= names
        batch.told.append(then)
    else:
        then(_stamp(names))


@contextmanager
def together() -> Iterator[None]:
    """Stamp what is touched within once, at the end: many changes in one transaction are one."""
    if _batch.get() is not None:
        yield
        return
    batch = _Batch()
    token = _batch.set(batch)
    try:
        yield
    finally:
        _batch.reset(token)
    if batch.keys:
        stamp = _stamp(batch.keys)
        for then in batch.told:
            then(stamp)


def age_of(keys: Iterable[str], *, begun: Iterable[str] = ()) -> Age:
    """The age of what shows these things, in one query. A key never touched has no age.

    Of the keys in `begun` it counts when they were first touched, and no change since.
    """
    changing, beginning = set(keys), set(begun)
    # Asked at every poll, where building the query by the model would cost more than answering it.
    with connection.cursor() as cursor:
        cursor.execute(_AGE, [list(changing | beginning)])
        rows = cursor.fetchall()
    return Age({key: changed if key in changing else first for key, first, changed in rows})


def forget(keys: Iterable[str]) -> None:
    """Unstamp things that are no more, and their parts. What asks for them is not answered by age.

    To be called after the last `touch` of them, in its transaction.
    """
    for key in keys:
        Stamp.objects.filter(Q(key=key) | Q(key__startswith=f"{key} ")).delete()


def keys_under(key: str) -> frozenset[str]:
    """The keys ever touched that begin with a key and a space: its parts."""
    parts = Stamp.objects.filter(key__startswith=f"{key} ").values_list("key", flat=True)
    return frozenset(parts)


def _stamp(keys: set[str]) -> datetime:
    with connection.cursor() as cursor:
        cursor.execute(_TOUCH, [CLOCK, sorted(keys)])
        stamp: datetime = cursor.fetchone()[0]
    return stamp
