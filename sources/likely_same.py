"""Which publishers are likely to be one. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from .domains import candidates

# Below a country, these are no names: bbc.co.uk, abc.net.au.
_SHARED: Final = frozenset({"ac", "co", "com", "edu", "go", "gov", "net", "ne", "or", "org"})
_COUNTRY: Final = 2
# Labels that many publishers have.
_COMMON: Final = frozenset({"blog", "news", "press", "tv", "web", "media", "daily", "times"})
_FILLING: Final = re.compile(r"^the\s+|\s+(?:online|news|\.?com)$|\.(?:com|org|net)$")


@dataclass(frozen=True, slots=True)
class Known:
    """A publisher as far as likeness goes: its names and its domains."""

    pk: int
    names: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Publishers that share something: a `name` or a domain's `label`, as `shared` says."""

    shared: str
    by_name: bool
    pks: tuple[int, ...]


def likely_same(publishers: Iterable[Known]) -> list[Alike]:
    """Groups of publishers that share a name or a registered label (`bbc.*`), largest first.

    A group that shares both is told once.
    """
    groups: dict[tuple[bool, str], list[int]] = {}
    for publisher in publishers:
        for key in dict.fromkeys(_keys(publisher)):
            groups.setdefault(key, []).append(publisher.pk)
    told: dict[tuple[int, ...], Alike] = {}
    for (by_name, shared), pks in groups.items():
        if len(pks) > 1:
            told.setdefault(tuple(pks), Alike(shared, by_name, tuple(pks)))
    return sorted(told.values(), key=lambda group: (-len(group.pks), group.shared))


def registered_label(domain: str) -> str:
    """`bbc` of `news.bbc.co.uk`; "" where there is none that tells somebody apart."""
    labels = domain.split(".")
    if len(labels) < 2 or not candidates(domain):
        return ""
    rest = labels[:-1]
    if len(rest) > 1 and len(labels[-1]) == _COUNTRY and rest[-1] in _SHARED:
        rest.pop()
    return "" if rest[-1] in _COMMON or len(rest[-1]) < 2 else rest[-1]


def bare_name(name: str) -> str:
    """What counts of a name: `The BBC`, `bbc.com` and `BBC News` are `bbc`."""
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    while (shorter := _FILLING.sub("", text).strip()) != text and shorter:
        text = shorter
    return re.sub(r"[\W_]+", "", text)


def _keys(publisher: Known) -> Iterator[tuple[bool, str]]:
    yield from ((True, bare) for bare in map(bare_name, publisher.names) if bare)
    yield from ((False, label) for label in map(registered_label, publisher.domains) if label)
