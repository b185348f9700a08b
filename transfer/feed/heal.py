"""Mends XML that is nearly well-formed, in time linear in its length.

Feeds in the wild hold HTML's named references (`&lsquo;`) without a DTD, bare ampersands, control
characters. What is well-formed comes back as it is, save for what stands before the root element.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Final

from safeguards.text import xml_safe

from .prefixes import with_prefixes_declared
from .refusal import NotAFeedError

_SPACE = re.compile(r"\s*")
_QUOTED_OR_BORDER = re.compile(r"\"[^\"]*\"|'[^']*'|[\[>]")
_SUBSET_END = re.compile(r"\]\s*>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)

_UNPARSED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_UNPARSED_OPEN = re.compile(r"<!--|<!\[CDATA\[|<\?")

_SURROGATES = re.compile(
    r"&#(?:x([dD][89abAB]\w\w)|(5[5-6]\d{3}));&#(?:x([dD]\w{3})|(5[6-7]\d{3}));"
)
_REFERENCE = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(?:#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));|(\w+;))?"
)
_STRAY_LESS_THAN = re.compile(r"<(?!(?:[^\W\d]|[:/!?]))")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_LAST_CODE_POINT: Final = 0x10FFFF

_UNFINISHED_END = re.compile(r"</[\w.:-]+\s*\Z")
_LONGEST_END: Final = 100


def heal(text: str) -> str:
    """Return the root element and what follows it, mended as far as that is safe.

    - HTML's named references become characters; other stray `&`, `<` and `]]>` are escaped.
    - Characters that XML forbids go, also as numeric references; a pair of references to
      surrogates becomes the character it stands for, and `&#146;` is `’`, as in HTML.
    - Prefixes that are nowhere declared are declared; white space around a namespace goes.
    - An end tag that only lacks its `>` at the very end gets it.
    - Declaration, DTD and comments before the root go. Comments, CDATA sections and processing
      instructions within it are left alone.

    Raises NotAFeedError for a DTD that declares entities, and where there is no element.
    """
    text = xml_safe(text)
    root = _root_start(text)
    healed = "".join(_healed_pieces(text[root:]))
    if _UNFINISHED_END.search(healed, max(0, len(healed) - _LONGEST_END)):
        healed += ">"
    # So that a parser's line numbers are those of the file.
    return "\n" * text.count("\n", 0, root) + with_prefixes_declared(healed)


def _root_start(text: str) -> int:
    """Return where the first element begins."""
    place = 0
    while True:
        place = _end(_SPACE, text, place)
        if text.startswith("<?", place):
            place = _after(text, "?>", place)
        elif text.startswith("<!--", place):
            place = _after(text, "-->", place)
        elif text[place : place + 9].upper() == "<!DOCTYPE":
            place = _after_doctype(text, place)
        elif text.startswith("<", place):
            return place
        else:
            raise NotAFeedError("This is not a feed: it is neither XML nor JSON.")


def _after_doctype(text: str, place: int) -> int:
    """Return where a DTD ends. None is ever read: a DTD that declares entities is refused."""
    for found in _QUOTED_OR_BORDER.finditer(text, place):
        if found[0] == ">":
            return found.end()
        if found[0] == "[":
            end = _SUBSET_END.search(text, found.end())
            if _ENTITY.search(text, found.end(), end.start() if end else len(text)):
                raise NotAFeedError("The document declares entities, which no feed needs.")
            if end:
                return end.end()
            break
    raise NotAFeedError("The document is incomplete: it ends before its first element.")


def _healed_pieces(text: str) -> Iterator[str]:
    place = 0
    while found := _UNPARSED_OPEN.search(text, place):
        yield _healed(text[place : found.start()])
        close = next(close for opening, close in _UNPARSED if opening == found[0])
        end = text.find(close, found.end())
        if end < 0:
            yield text[found.start() :]
            return
        place = end + len(close)
        yield text[found.start() : place]
    yield _healed(text[place:])


def _healed(markup: str) -> str:
    markup = _SURROGATES.sub(_joined_surrogates, markup).replace("]]>", "]]&gt;")
    return _STRAY_LESS_THAN.sub("&lt;", _REFERENCE.sub(_healed_reference, markup))


def _healed_reference(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        character = html5.get(name)
        return character.translate(_ESCAPED) if character else "&amp;" + name
    if hexadecimal or decimal:
        digits = (hexadecimal or decimal).lstrip("0")
        point = int(digits or "0", 16 if hexadecimal else 10) if len(digits) <= 7 else 0
        is_allowed = point <= _LAST_CODE_POINT and xml_safe(chr(point))
        if 0x80 <= point <= 0x9F:  # as HTML has it: Windows-1252
            return unescape(found[0])
        return found[0].replace("X", "x", 1) if is_allowed else ""
    return "&amp;"


def _joined_surrogates(found: re.Match[str]) -> str:
    high = int(found[1], 16) if found[1] else int(found[2])
    low = int(found[3], 16) if found[3] else int(found[4])
    if 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return f"&#{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)};"
    return found[0]


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place


def _after(text: str, close: str, place: int) -> int:
    found = text.find(close, place)
    return found + len(close) if found >= 0 else len(text)
