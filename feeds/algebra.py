"""Feed algebra: what a query asks for, and the one way to write it.

`?tags=a,b&any=c,d&not=e&category=f&source=g&limit=20`: posts about all of the first, any of the
second and none of the third, filed under a category, citing a publisher; so many entries. Names are
slugs. In a query a `+` stands for a space: `c++` is written `c%2B%2B`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from django.http import QueryDict
from django.utils.translation import gettext as _

from taxonomy.slugs import NoAddressError, slugify_term
from taxonomy.titles import split_terms

from .document import ENTRIES

MOST_ENTRIES: Final = 100
MOST_NAMES: Final = 20

_NUMBER = re.compile(r"[0-9]{1,4}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a feed is to hold. Names are sorted, and none is in one list twice."""

    tags: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    category: str = ""
    source: str = ""
    limit: int = ENTRIES

    def __bool__(self) -> bool:
        """Whether it asks for anything else than the site's own feed."""
        return self != EVERYTHING

    @property
    def encoded(self) -> str:
        """Its canonical spelling: parameters in this order, names sorted, the rest escaped."""
        return "&".join(f"{name}={value}" for name, value in self._parameters() if value)

    def names(self) -> frozenset[str]:
        """Every tag that it names."""
        return frozenset({*self.tags, *self.any, *self.without})

    def _parameters(self) -> Iterator[tuple[str, str]]:
        for name, slugs in (("tags", self.tags), ("any", self.any), ("not", self.without)):
            yield name, ",".join(quote(slug, safe="") for slug in slugs)
        yield "category", quote(self.category, safe="")
        yield "source", quote(self.source, safe="")
        yield "limit", "" if self.limit == ENTRIES else str(self.limit)


EVERYTHING: Final = Query()


class RefusedError(ValueError):
    """A query that no feed answers. `problems` says why: {parameter: sentence}."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


def parse(given: QueryDict) -> Query:
    """Read a query's parameters; unknown ones say nothing. Raises RefusedError.

    Names may be written as an editor writes a tag (`AI & Tech`), and between any commas.
    """
    problems: dict[str, str] = {}
    lists = {name: _names(given.getlist(name)) for name in ("tags", "any", "not")}
    category = _only("category", _names(given.getlist("category")), problems)
    sources = {_storable(value.strip()) for value in given.getlist("source")}
    source = _only("source", tuple(sorted(sources - {""})), problems)
    query = Query(
        tags=lists["tags"],
        any=lists["any"],
        without=lists["not"],
        category=category,
        source=source,
        limit=_limit(given.getlist("limit"), problems),
    )
    if sum(map(len, lists.values())) > MOST_NAMES:
        problems["tags"] = _("A feed can name %(most)s tags at most.") % {"most": MOST_NAMES}
    if clash := sorted({*query.tags} & {*query.without}):
        problems["not"] = _("No post is about “%(name)s” and without it.") % {"name": clash[0]}
    if problems:
        raise RefusedError(problems)
    return query


def _names(values: list[str]) -> tuple[str, ...]:
    return tuple(sorted({_slug(label) for value in values for label in split_terms(value)}))


def _slug(label: str) -> str:
    """A name's slug; a name that has none stays, and will not be known."""
    try:
        return slugify_term(label)
    except NoAddressError:
        return _storable(label)


def _storable(name: str) -> str:
    """PostgreSQL knows no NUL, not even to say that it does not know the name."""
    return name.replace("\0", "\ufffd")


def _only(parameter: str, names: tuple[str, ...], problems: dict[str, str]) -> str:
    if len(names) > 1:
        problems[parameter] = _("Only one can be named here, not %(number)s.") % {
            "number": len(names)
        }
    return names[0] if names else ""


def _limit(values: list[str], problems: dict[str, str]) -> int:
    written = {value.strip() for value in values} - {""}
    if not written:
        return ENTRIES
    numbers = {int(value) if _NUMBER.fullmatch(value) else 0 for value in written}
    if len(numbers) > 1 or not 1 <= min(numbers) <= MOST_ENTRIES:
        problems["limit"] = _("The number of entries is from 1 to %(most)s.") % {
            "most": MOST_ENTRIES
        }
        return ENTRIES
    return numbers.pop()
