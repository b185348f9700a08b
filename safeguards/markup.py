"""HTML into tokens, in time linear in its length (HTML Living Standard §13.2.5).

The tokens are a browser's, with three kindnesses and one difference: a tag that never ends and a
quote that is never closed stay text instead of swallowing the rest, comments leave nothing, and
the elements whose content is not markup (`script`, `style`, `textarea` …) vanish with it.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .policy import names

_S = r"[ \t\n\r\f]"
_NAME = r"[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\r\f>"'][^ \t\n\r\f>]*+)"""
_TAG = re.compile(
    rf"<(/?)([A-Za-z][^ \t\n\r\f/>]*+)((?:[ \t\n\r\f/]++|{_NAME}(?:{_S}*+={_S}*+{_VALUE}?+)?+)*+)>"
)
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_S}*+={_S}*+({_VALUE})?+)?+")
_TAG_LIKE = re.compile(r"<[A-Za-z!?/]")
_TEXT = re.compile(r"[^<]++")
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS_COMMENT = re.compile(r"<(?:[!?]|/(?![A-Za-z]))[^>]*+>")

RAW_CONTENT = names("iframe noembed noframes script style textarea title xmp")
"""Elements whose content a browser does not parse as markup. `iframe` alone stays, emptied."""


class Token(NamedTuple):
    """A run of text or one tag.

    `source` is its spelling. `attributes` are pairs of lower-case name and raw value, its quotes
    taken off and its references unresolved; None without a `=`. Repetitions are still in.
    """

    kind: Literal["text", "start", "end"]
    source: str
    name: str = ""
    attributes: tuple[tuple[str, str | None], ...] = ()


def tokens(html: str) -> Iterator[Token]:
    """The tokens of an HTML fragment, in order. Text comes in runs, never two in a row."""
    text: list[str] = []
    for token in _pieces(html):
        if token.kind == "text":
            text.append(token.source)
            continue
        if text:
            yield Token("text", "".join(text))
            text.clear()
        yield token
    if text:
        yield Token("text", "".join(text))


def _pieces(html: str) -> Iterator[Token]:
    position = 0
    while position < len(html):
        if match := _TEXT.match(html, position):
            yield Token("text", match[0])
        elif match := _TAG.match(html, position):
            name = match[2].lower()
            token = _tag(match, name)
            if token.kind == "start" and name in RAW_CONTENT:
                position = _raw_end(html, match.end(), name)
                if name == "iframe":
                    yield token
                    yield Token("end", "</iframe>", name)
                continue
            yield token
        elif match := _COMMENT.match(html, position) or _BOGUS_COMMENT.match(html, position):
            pass
        elif _TAG_LIKE.match(html, position):
            # No `>` outside quotes is left, so nothing later can be a tag either.
            yield Token("text", html[position:])
            return
        else:
            yield Token("text", "<")
            position += 1
            continue
        position = match.end()


def _tag(match: re.Match[str], name: str) -> Token:
    if match[1]:
        return Token("end", match[0], name)
    if not match[3]:
        return Token("start", match[0], name)
    return Token(
        "start",
        match[0],
        name,
        tuple((found[1].lower(), _unquoted(found[2])) for found in _ATTRIBUTE.finditer(match[3])),
    )


def _unquoted(value: str | None) -> str | None:
    return value[1:-1] if value and value[0] in "\"'" else value


def _raw_end(html: str, start: int, name: str) -> int:
    """Where the first end tag of a raw element after `start` ends, or the document."""
    found = re.compile(rf"</{name}(?=[ \t\n\r\f/>])[^>]*+>?", re.IGNORECASE).search(html, start)
    return found.end() if found else len(html)
