"""Heals what Hugo wrote, independently of the code under test."""

import re
from html import unescape
from xml.etree import ElementTree

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
