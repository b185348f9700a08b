"""What an editor, an importer or a revision says that a post is: plain values, no rows."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationContent:
    """One source: `label` as cited, `url` "" where there is none, `role` `source` or `via`.

    `publisher` is the id of a chosen Publisher; without it label and url find or make one.
    """

    label: str
    url: str = ""
    headline: str = ""
    date: datetime.date | None = None
    role: str = "source"
    publisher: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostContent:
    """The text of a post and what it is filed under.

    `section` is a category's slug, "" for none yet; `categories` and `tags` are spelt as written,
    in order; `body` is HTML, clean or not; `authors` are names. An empty `slug` is made from the
    title. `picture` is the name of the Picture above the text, "" for none.
    """

    title: str
    slug: str = ""
    section: str = ""
    summary: str = ""
    body: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    citations: tuple[CitationContent, ...] = ()
    authors: tuple[str, ...] = ()
    picture: str = ""
    picture_caption: str = ""

    def as_json(self) -> dict[str, Any]:
        """As a Revision keeps it: JSON's own types, dates as `2026-04-26`."""
        value = asdict(self)
        for citation in value["citations"]:
            citation["date"] = citation["date"] and citation["date"].isoformat()
        return {key: list(item) if isinstance(item, tuple) else item for key, item in value.items()}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `as_json`. A snapshot from before a field existed gets its default."""
        known: dict[str, Any] = {
            field.name: value[field.name] for field in fields(cls) if field.name in value
        }
        citations = tuple(
            CitationContent(**{**row, "date": _date(row["date"])})
            for row in known.pop("citations", ())
        )
        plain: dict[str, Any] = {
            key: tuple(item) if isinstance(item, list) else item for key, item in known.items()
        }
        return cls(citations=citations, **plain)


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
