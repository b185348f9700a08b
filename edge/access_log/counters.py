"""Who counts what access logs tell: each app that counts something registers at the start.

All counters share one reading. What they store, and how far the log was read, is one transaction:
a counter that raises undoes that, and the same lines are read again the next time.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from .lines import Request

type Count = Callable[[Sequence[Request]], int]

_counters: dict[str, Count] = {}

counters: Mapping[str, Count] = MappingProxyType(_counters)
"""By what they count, as the command says it: “Polls of feeds”."""


def register(what: str, count: Count) -> None:
    """Have `count` given the requests of every batch; it stores, and returns how many it counted.

    Anybody can have anything written to a log: `count` is to pass over what it does not know.
    """
    _counters[what] = count
