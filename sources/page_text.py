"""Bytes of a web page → text, whatever charset it claims. Pure."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 1_000_000
"""Bytes that are looked at: what a page says of itself stands in the first of them."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_META: Final = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,500}>", re.IGNORECASE)
_XML: Final = re.compile(r"encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096  # bytes; the standard says 1024, which many pages miss

# What browsers read under these names: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]{2,}")
_ENOUGH: Final = 8  # such bytes to guess by
_MOST_BROKEN: Final = 0.03  # a share of the bytes that are not ASCII
# Python's, and no browser's.
_NO_CHARSETS: Final = frozenset(
    {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape"}
)
# Where nothing that is declared fits; in each of them most bytes of another one are errors.
_GUESSES: Final = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")


def page_text(data: bytes, content_type: str = "") -> str:
    """The text of the first `LONGEST` bytes of a page whose Content-Type header is given.

    Tried in turn: the byte order mark; UTF-8, which nothing else looks like; what the header and
    the page itself declare; the encodings of East Asia; Windows-1252.
    """
    is_whole = len(data) <= LONGEST
    data = data[:LONGEST]
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    declared = list(_declared(data, content_type))
    guessed = _GUESSES if _is_east_asian(data) else ()
    for encoding in ("utf-8", *declared, *guessed):
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        text: str = decoder.decode(data, final=is_whole)
        if text.count("\N{REPLACEMENT CHARACTER}") <= _MOST_BROKEN * len(_HIGH.findall(data)):
            return text
    return data.decode(declared[0] if declared else "cp1252", errors="replace")


def _is_east_asian(data: bytes) -> bool:
    """Whether the bytes that are not ASCII mostly stand together: elsewhere they stand alone."""
    high = len(_HIGH.findall(data))
    return high >= _ENOUGH and sum(map(len, _HIGH_RUN.findall(data))) * 2 > high


def _declared(data: bytes, content_type: str) -> Iterator[str]:
    named = _CHARSET.findall(content_type)
    for tag in _META.findall(data[:_DECLARED_WITHIN]):
        text = tag.decode("ascii", errors="ignore")
        named += _CHARSET.findall(text) + _XML.findall(text)
    for name in named:
        if encoding := _known(name):
            yield encoding


def _known(name: str) -> str:
    """Python's name of an encoding that reads as ASCII; "" for any other."""
    try:
        encoding = codecs.lookup(name).name
        if encoding in _NO_CHARSETS or b"<meta".decode(encoding) != "<meta":
            return ""
    except (LookupError, UnicodeError, ValueError):
        return ""
    return _MEANT.get(encoding, encoding)
