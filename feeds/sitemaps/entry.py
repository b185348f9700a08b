from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from publication.models import Publication
from publication.naming import language_tag


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its path, when it changed, and its path in each language ({tag: path}).

    `keys` are those whose stamps say when it changed (`posts.keys`), if its own path is none.
    """

    path: str
    changed_at: datetime | None = None
    languages: dict[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """A page of news: who published it, in which language, when and under which headline."""

    path: str
    publication: str
    language: str
    published_at: datetime
    title: str


def by_tag(paths: dict[str, str], publications: Iterable[Publication]) -> dict[str, str]:
    """{tag: path} of {code: path}, in the order of the publications."""
    return {language_tag(row): paths[row.code] for row in publications if row.code in paths}
