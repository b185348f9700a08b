"""Two PostContents, field by field."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from html import escape
from typing import Final

import lxml.html

from posts.content import CitationContent, PostContent

from .rows import Kind, Row, side_by_side


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """A field of PostContent in two texts. `rows` are clean HTML, side by side."""

    name: str
    rows: list[Row]

    @property
    def is_changed(self) -> bool:
        return any(row.kind != Kind.SAME for row in self.rows)


def compare(before: PostContent, after: PostContent) -> list[FieldDiff]:
    """Every field that at least one of two texts fills in, in the order of the form."""
    found = [
        FieldDiff(name, side_by_side(pieces(before), pieces(after)))
        for name, pieces in _PIECES.items()
    ]
    return [field for field in found if field.rows]


def changed_fields(before: PostContent, after: PostContent) -> set[str]:
    """The names of the fields in which two texts differ. A publisher is found by what is cited."""
    return {
        field.name
        for field in fields(PostContent)
        if _value(before, field.name) != _value(after, field.name)
    }


def _value(content: PostContent, name: str) -> object:
    if name == "citations":
        return [_source(row) for row in content.citations]
    return getattr(content, name)


def _text(name: str) -> Callable[[PostContent], list[str]]:
    def pieces(content: PostContent) -> list[str]:
        return [escape(line, quote=False) for line in getattr(content, name).splitlines() if line]

    return pieces


def _labels(name: str) -> Callable[[PostContent], list[str]]:
    def pieces(content: PostContent) -> list[str]:
        return [escape(label, quote=False) for label in getattr(content, name)]

    return pieces


def _sources(content: PostContent) -> list[str]:
    return [_source(row) for row in content.citations]


def _source(row: CitationContent) -> str:
    date = row.date.isoformat() if row.date is not None else ""
    role = row.role if row.role != "source" else ""
    said = filter(None, (row.label, row.headline, date, row.url, role))
    return escape(" · ".join(said), quote=False)


def _blocks(content: PostContent) -> list[str]:
    """The paragraphs, headings and lists of a body, each as HTML."""
    if not content.body:
        return []
    return [piece for piece in _serialised(content.body) if piece.strip()]


def _serialised(body: str) -> Iterable[str]:
    for part in lxml.html.fragments_fromstring(body):
        if isinstance(part, str):
            yield escape(part, quote=False)
            continue
        tail, part.tail = part.tail or "", None
        _tighten(part)
        yield lxml.html.tostring(part, encoding="unicode").strip()
        if tail.strip():
            yield escape(tail, quote=False)


def _tighten(part: lxml.html.HtmlElement) -> None:
    """Drop the white space that only lays out markup: editors write it in ways of their own."""
    for element in part.iter(*_FRAMES):
        if not (element.text or "").strip():
            element.text = None
        for child in element:
            if not (child.tail or "").strip():
                child.tail = None


# What holds nothing but elements.
_FRAMES: Final = (
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "ul",
    "ol",
    "dl",
    "figure",
    "blockquote",
)

_PIECES: Final[dict[str, Callable[[PostContent], list[str]]]] = {
    "title": _text("title"),
    "summary": _text("summary"),
    "body": _blocks,
    "picture": _text("picture"),
    "picture_caption": _text("picture_caption"),
    "citations": _sources,
    "tags": _labels("tags"),
    "section": _text("section"),
    "categories": _labels("categories"),
    "authors": _labels("authors"),
    "slug": _text("slug"),
}
