"""Heals what Hugo wrote, independently of the code under test."""

import re
from html import unescape
from xml.etree import ElementTree

# What a feed may say in besides, after all that it said before.
EXTENSIONS = ("{http://www.w3.org/2005/Atom}", "{http://purl.org/syndication/history/1.0}")

XML_OWN = {"amp", "lt", "gt", "quot", "apos"}


def heal(text: str) -> str:
    """Named references that XML does not know become characters; a stray `&` is escaped."""
    named = re.sub(
        r"&([A-Za-z][A-Za-z0-9]*);",
        lambda found: found[0] if found[1] in XML_OWN else unescape(found[0]),
        text,
    )
    return re.sub(r"&(?!#?\w+;)", "&amp;", named)


def root(text: str) -> ElementTree.Element:
    """The healed document, parsed by a strict parser."""
    return ElementTree.fromstring(heal(text).encode())  # noqa: S314 — our own oracle


def without_extensions(rows: list[tuple], length: int) -> list[tuple]:
    """The first rows of (tag, attributes, text), once the others are seen to be extensions."""
    assert all(tag.startswith(EXTENSIONS) for tag, _attributes, _text in rows[length:])
    return rows[:length]
