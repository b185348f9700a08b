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
    groups: dict[tuple[bool, str], dict[int, str]] = {}
    for publisher in publishers:
        for by_name, shared, where in _keys(publisher):
            groups.setdefault((by_name, shared), {}).setdefault(publisher.pk, where)
    told: dict[tuple[int, ...], Alike] = {}
    for (by_name, shared), places in groups.items():
        pks = tuple(places)
        # Those below one domain (ec.europa.eu, ecb.europa.eu) are apart on purpose.
        if len(pks) > 1 and (by_name or len(set(places.values())) > 1):
            told.setdefault(pks, Alike(shared, by_name, pks))
    return sorted(told.values(), key=lambda group: (-len(group.pks), group.shared))


def registered(domain: str) -> tuple[str, str]:
    """`("bbc", "bbc.co.uk")` of `news.bbc.co.uk`; ("", "") where it tells nobody apart."""
    labels = domain.split(".")
    if len(labels) < 2 or not candidates(domain):
        return "", ""
    last = -2
    if len(labels) > 2 and len(labels[-1]) == _COUNTRY and labels[-2] in _SHARED:
        last = -3
    label = labels[last]
    return ("", "") if label in _COMMON or len(label) < 2 else (label, ".".join(labels[last:]))


def bare_name(name: str) -> str:
    """What counts of a name: `The BBC`, `bbc.com` and `BBC News` are `bbc`."""
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    while (shorter := _FILLING.sub("", text).strip()) != text and shorter:
        text = shorter
    return re.sub(r"[\W_]+", "", text)


def _keys(publisher: Known) -> Iterator[tuple[bool, str, str]]:
    """(whether by name, what is shared, where) of each thing that may be shared."""
    yield from ((True, bare, "") for bare in map(bare_name, publisher.names) if bare)
    for label, domain in map(registered, publisher.domains):
        if label:
            yield False, label, domain
