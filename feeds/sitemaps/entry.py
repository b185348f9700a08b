from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its path, when it changed, and its path in each language ({tag: path})."""

    path: str
    changed_at: datetime | None = None
    languages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """A page of news: who published it, in which language, when and under which headline."""

    path: str
    publication: str
    language: str
    published_at: datetime
    title: str
