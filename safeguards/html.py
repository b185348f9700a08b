"""Cleaning HTML that others wrote. See `policy` for what stays."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import nh3

from .effort import MarkupError, check_characters, check_length, check_nesting
from .markup import Token, tokens
from .policy import (
    DROPPED_WITH_CONTENT,
    ELEMENTS,
    GLOBAL_ATTRIBUTES,
    REQUIRED,
    URL_SCHEMES,
    VOID,
    value_kept,
)
from .references import drop_illegal_references
from .spelling import respelled
from .text import xml_safe

_ROUNDS = 8
_CELLS = frozenset({"td", "th"})
_ATTRIBUTES = {
    name: own | GLOBAL_ATTRIBUTES | ({"style"} if name in _CELLS else set())
    for name, own in ELEMENTS.items()
}
_TRANSPARENT = frozenset({"noscript", "plaintext"})
_BYTE_ORDER_MARK = "\ufeff"


def sanitise(html: str) -> str:
    """The HTML without anything that could harm a reader, a page or a feed.

    Clean HTML comes back byte for byte, its character references as they were spelled; where
    something has to go, the tags and texts around it still keep their spelling, unless elements
    went or moved. Line ends become line feeds; characters that XML 1.0 cannot hold go, referred to
    or not. Sanitising twice changes nothing.

    Raises `MarkupError`, a `ValueError` with a message for the editor, for HTML of a length or
    nesting that no author writes (see `effort`).
    """
    check_length(html)
    source = xml_safe(html).replace("\r\n", "\n").replace("\r", "\n")
    if "<" not in source and "&" not in source and ">" not in source:
        return source.lstrip(_BYTE_ORDER_MARK)
    original = list(tokens(source))
    check_nesting(original)
    cleaned = _parsed("".join(map(_rebuilt, original)))
    for _ in range(_ROUNDS):
        again = _parsed(cleaned)
        if again == cleaned:
            return source if cleaned == source else respelled(original, list(tokens(cleaned)))
        cleaned = again
    raise MarkupError("The HTML is too tangled: its tags overlap in a way that does not settle.")


def _parsed(markup: str) -> str:
    """One turn through the parser; not yet what the parser would make of its own output."""
    check_characters(markup)
    output = _CLEANER.clean(markup.lstrip(_BYTE_ORDER_MARK))
    if _TO_FINISH.search(output):
        output = "".join(_finished(tokens(output)))
    return xml_safe(output).replace("\r", "")


def _rebuilt(token: Token) -> str:
    """A token in a spelling that all parsers read alike, with no attribute that would go anyway.

    nh3 decides what is safe. This only bounds its work, and keeps it from seeing tokens that this
    package sees otherwise.
    """
    if token.kind == "text":
        return drop_illegal_references(token.source).replace("<", "&lt;")
    if token.name in _TRANSPARENT or not token.name.isalnum():
        return ""
    if token.kind == "end":
        return f"</{token.name}>"
    kept: dict[str, str] = {}
    for name, value in token.attributes:
        if name in _ATTRIBUTES.get(token.name, ()) and name not in kept:  # the first one counts
            kept[name] = drop_illegal_references(value or "").replace('"', "&quot;")
    return _start_tag(token.name, kept)


def _start_tag(name: str, attributes: dict[str, str]) -> str:
    return f"<{name}{''.join(f' {key}="{value}"' for key, value in attributes.items())}>"


_TO_FINISH = re.compile(rf"<(?:pre>\n|(?:{'|'.join({*REQUIRED, *_CELLS})})[ >])")


def _filter(element: str, attribute: str, value: str) -> str | None:
    if attribute == "style":
        declaration = value.replace(" ", "").rstrip(";").partition("text-align:")
        return value_kept(element, "align", declaration[2]) if not declaration[0] else None
    return value_kept(element, attribute, value)


_CLEANER: Final = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags=set(DROPPED_WITH_CONTENT),
    attributes=_ATTRIBUTES,
    attribute_filter=_filter,
    url_schemes=set(URL_SCHEMES),
    strip_comments=True,
    link_rel=None,
)


def _finished(parsed: Iterable[Token]) -> Iterator[str]:
    """What nh3 cannot do: rename an attribute, require one, keep a `pre`'s first line empty."""
    refused = False
    previous = Token("text", "")
    for token in parsed:
        if token.kind == "start" and token.name in REQUIRED:
            refused = not REQUIRED[token.name] <= {name for name, _ in token.attributes}
        if refused and token.name in REQUIRED:
            refused = token.kind == "start" and token.name not in VOID
            continue
        if token.name in _CELLS and token.attributes:
            yield _aligned(token)
        elif previous.kind == "start" and previous.name == "pre" and token.source[0] == "\n":
            yield "\n" + token.source  # a browser drops the first line feed after the tag
        else:
            yield token.source
        previous = token


def _aligned(cell: Token) -> str:
    """The tag of a table cell, its alignment in `align`, where `style` wins as it does in CSS."""
    attributes = dict(cell.attributes)
    if (style := attributes.pop("style", None)) is not None:
        attributes.pop("align", None)
        attributes["align"] = style
    return _start_tag(cell.name, {name: value or "" for name, value in attributes.items()})
