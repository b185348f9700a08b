"""Tells what changed when: written by actions in their transaction, read by every validator.

A response that shows several things is as new as the newest of their stamps.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from .models import Stamp

type Told = Callable[[datetime], object]

# Rows are taken in the order of keys, so that two transactions cannot wait for each other. The
# clock is read once a row is held: what was committed before it is stamped earlier.
_TOUCH = """
INSERT INTO edge_stamp (key, changed_at)
SELECT key, clock_timestamp() FROM unnest(%s::text[]) AS touched (key) ORDER BY key
ON CONFLICT (key) DO UPDATE SET changed_at =
    greatest(clock_timestamp(), date_trunc('second', edge_stamp.changed_at) + interval '1 second')
RETURNING changed_at
"""


@dataclass(frozen=True, slots=True)
class Age:
    """What the stamps of some keys say together. `keys` are those that were ever touched.

    `state` differs whenever any of them changed.
    """

    keys: frozenset[str]
    state: str
    changed_at: datetime | None


@dataclass(slots=True)
class _Batch:
    keys: set[str] = field(default_factory=set)
    told: list[Told] = field(default_factory=list)


_batch: ContextVar[_Batch | None] = ContextVar("edge_batch", default=None)


def touch(keys: Iterable[str], then: Told) -> None:
    """Stamp what changed, then call `then` with the newest stamp; no keys, no call.

    To be called inside the transaction that changes it, near its end: the keys are held until then,
    and others who change the same things wait. That keeps validators from going backwards.
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


def age_of(keys: Iterable[str]) -> Age:
    """The age of what shows these things, in one query. A key never touched has no age."""
    rows = list(Stamp.objects.filter(key__in=set(keys)).order_by("key").values_list())
    state = "\n".join(f"{key}\t{changed_at.isoformat()}" for key, changed_at in rows)
    keys = frozenset(key for key, _changed_at in rows)
    return Age(keys, state, max((changed_at for _key, changed_at in rows), default=None))


def _stamp(keys: set[str]) -> datetime:
    with connection.cursor() as cursor:
        cursor.execute(_TOUCH, [sorted(keys)])
        newest: datetime = max(changed_at for (changed_at,) in cursor.fetchall())
    return newest
