"""One line of what the overlay writes → a page, or what a language says of itself."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from safeguards.text import xml_safe
from transfer.feed.people import names_of_persons

_LONGEST_NAME: Final = 100


class BadLineError(ValueError):
    """A line that is not what the overlay writes. The message says what is wrong, in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A language: its key in addresses (`zh`), its tag (`zh-CN`), and what it is called."""

    language: str
    tag: str
    title: str
    base: str
    description: str
    author: str
    sections: tuple[str, ...]
    taxonomies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a page; `written` where a file gives it its title."""

    term: str
    title: str
    path: str
    written: bool


@dataclass(frozen=True, slots=True)
class Output:
    """A rendering of a page: its media type, and its address from the root."""

    media: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HugoPage:
    """A page as Hugo knows it, a list page too (`kind`).

    `path` is its logical path, `file` the absolute one of its source ("" for none), `address` its
    relative permalink ("" where it is not rendered). `markup` is the language of its text
    where its front matter says so. `summary` has references but no tags. `named`
    are the terms of each taxonomy as its front matter spells them, `terms` what Hugo made of them.
    """

    language: str
    kind: str
    path: str
    file: str
    section: str
    permalink: str
    address: str
    title: str
    markup: str
    draft: bool
    date: datetime | None
    publish_date: datetime | None
    expiry_date: datetime | None
    modified: datetime | None
    aliases: tuple[str, ...]
    translation: str
    content: str
    markdown: str
    summary: str
    description: str
    named: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[Term, ...]]
    outputs: tuple[Output, ...]
    resources: tuple[str, ...]
    plural: str
    term: str
    authors: tuple[str, ...]
    has_picture: bool

    @property
    def name(self) -> str:
        """What a report calls it."""
        return self.file.rpartition("/content/")[2] or self.address or self.path or self.title


def read_line(line: bytes) -> Site | HugoPage | None:
    """Read one line; None for the last one. Raises BadLineError."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError("it is no JSON") from error
    if not isinstance(value, dict):
        raise BadLineError("it is no object")
    match value.get("is"):
        case "page":
            return _page(value)
        case "site":
            return _site(value)
        case "end":
            return None
    raise BadLineError("it does not say what it is")


def _site(value: Mapping[str, Any]) -> Site:
    return Site(
        language=_required(value, "language"),
        tag=_text(value, "tag"),
        title=_text(value, "title"),
        base=_text(value, "base"),
        description=_loose(value.get("description")),
        author=next(iter(_people(value.get("author"))), ""),
        sections=_texts(value, "sections"),
        taxonomies=_texts(value, "taxonomies"),
    )


def _page(value: Mapping[str, Any]) -> HugoPage:
    return HugoPage(
        language=_required(value, "language"),
        kind=_required(value, "kind"),
        path=_text(value, "path"),
        file=_text(value, "file"),
        section=_text(value, "section"),
        permalink=_text(value, "permalink"),
        address=_text(value, "address"),
        title=_text(value, "title"),
        markup=_loose(value.get("markup")),
        draft=value.get("draft") is True,
        date=_moment(value, "date"),
        publish_date=_moment(value, "publish_date"),
        expiry_date=_moment(value, "expiry_date"),
        modified=_moment(value, "modified"),
        aliases=_texts(value, "aliases"),
        translation=_text(value, "translation"),
        content=_text(value, "content"),
        markdown=_text(value, "markdown"),
        summary=_text(value, "summary"),
        description=_loose(value.get("description")),
        named={name: _loose_list(row) for name, row in _object(value, "named").items()},
        terms={
            name: tuple(_term(row) for row in _objects(rows, name))
            for name, rows in _object(value, "terms").items()
        },
        outputs=tuple(
            Output(_text(row, "media"), _text(row, "path"))
            for row in _objects(value.get("outputs"), "outputs")
        ),
        resources=tuple(
            _text(row, "path") for row in _objects(value.get("resources"), "resources")
        ),
        plural=_text(value, "plural"),
        term=_loose(value.get("term")),
        authors=names_of_persons(_people(value.get("authors"))),
        has_picture=bool(value.get("pictures")),
    )


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        _loose(row.get("term")), _text(row, "title"), _text(row, "path"), row.get("written") is True
    )


def _text(value: Mapping[str, Any], key: str) -> str:
    text = value.get(key)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise BadLineError(f"its “{key[:_LONGEST_NAME]}” is no text")
    return xml_safe(text)


def _required(value: Mapping[str, Any], key: str) -> str:
    if text := _text(value, key):
        return text
    raise BadLineError(f"it has no “{key}”")


def _texts(value: Mapping[str, Any], key: str) -> tuple[str, ...]:
    rows = value.get(key) or []
    if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
        raise BadLineError(f"its “{key}” are no texts")
    return tuple(xml_safe(row) for row in rows)


def _object(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = value.get(key) or {}
    if not isinstance(found, dict):
        raise BadLineError(f"its “{key}” is no object")
    return found


def _objects(rows: Any, key: str) -> list[Mapping[str, Any]]:
    rows = rows or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadLineError(f"its “{key[:_LONGEST_NAME]}” are no objects")
    return rows


def _moment(value: Mapping[str, Any], key: str) -> datetime | None:
    """A date with its offset. A database cannot hold one that is not within the years in UTC."""
    text = _text(value, key)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise BadLineError(f"its “{key}” has no offset")
        moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadLineError(f"its “{key}” is no date") from error
    return moment


def _loose(value: Any) -> str:
    """Front matter holds whatever its author wrote: a number is the text that it looks like."""
    if isinstance(value, str):
        return xml_safe(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def _loose_list(value: Any) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else [value]
    return tuple(text for row in rows if (text := _loose(row).strip()))


def _people(value: Any) -> Iterator[str]:
    """Names, however they are written: a text, a list, `{name: …}`, or a list of these."""
    for row in value if isinstance(value, list) else [value]:
        named = row.get("name") if isinstance(row, dict) else row
        if text := _loose(named).strip():
            yield text
