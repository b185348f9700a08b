"""Character references: `&lsquo;`, `&#8216;`, `&#x2018;` (HTML Living Standard §13.2.5.72)."""

import re
from html import unescape
from html.entities import html5
from typing import Final

_NUMERIC = re.compile(r"&#(?:([0-9]+)|[xX]([0-9a-fA-F]+));?")
_AMPERSAND = re.compile(r"&(?:#?[0-9A-Za-z]*;?)")
_LAST_CODE_POINT: Final = 0x10FFFF


def drop_illegal_references(source: str) -> str:
    """HTML source without the numeric references to what no XML document can hold.

    Also without references to carriage return, which readers would turn into a line feed or not,
    as they please. A reference needs no semicolon, as in browsers.
    """
    if "&#" not in source:
        return source
    return _NUMERIC.sub(lambda m: m[0] if _is_legal(_code_point(m)) else "", source)


def resolve(source: str) -> str | None:
    """The characters that a piece of text or an attribute's value stands for.

    None where readers of HTML could disagree: a reference without its semicolon, one to a control
    character, an ampersand that might begin a reference. So a result is the same in text and in
    attribute values, for browsers and for strict parsers.
    """
    if "&" not in source:
        return source
    try:
        return _AMPERSAND.sub(_resolved, source)
    except _AmbiguousError:
        return None


class _AmbiguousError(ValueError):
    pass


def _resolved(match: re.Match[str]) -> str:
    reference = match[0]
    if named := html5.get(reference[1:]) if reference.endswith(";") else None:
        return named
    if reference.endswith(";") and (number := _NUMERIC.fullmatch(reference)):
        point = _code_point(number)
        if _is_legal(point) and not 0x7F <= point <= 0x9F:  # browsers read these as Windows-1252
            return chr(point)
    elif not reference.startswith("&#") and unescape(reference) == reference:
        return reference  # as in `AT&T`: nobody reads that as a reference
    raise _AmbiguousError


def _code_point(match: re.Match[str]) -> int:
    digits, base = (match[1], 10) if match[1] else (match[2], 16)
    digits = digits.lstrip("0")
    return int(digits or "0", base) if len(digits) <= len(str(_LAST_CODE_POINT)) else -1


def _is_legal(point: int) -> bool:
    """Whether XML 1.0 §2.2 has it; carriage return is left out, as it never comes through."""
    return (
        0x20 <= point <= 0xD7FF
        or point in (0x9, 0xA)
        or 0xE000 <= point <= 0xFFFD
        or 0x10000 <= point <= _LAST_CODE_POINT
    )
