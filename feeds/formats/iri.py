"""Identifiers and addresses as Atom takes them: IRIs (RFC 3987)."""

import re
from typing import Final
from urllib.parse import quote
from uuid import UUID, uuid5

# Never to be changed: every identifier that is made here hangs on it.
_NEWSROOM: Final = UUID("6f0c2a3e-1d57-4d0b-9f43-5a8d0c7be2d1")

_CHARACTER = (
    r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\[\]-]|%[0-9A-Fa-f]{2}"
    "|[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000efffd])"
)
_ABSOLUTE = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:{_CHARACTER}+(?:#{_CHARACTER}*)?")
_MISPLACED = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})")


def made_from(text: str) -> str:
    """A `urn:uuid:` that is always the same for the same text."""
    return uuid5(_NEWSROOM, text).urn


def identifier(text: str) -> str:
    """The text itself where it is an absolute IRI, else one made from it."""
    return text if _ABSOLUTE.fullmatch(text) else made_from(text)


def address(written: str) -> str:
    """An address as somebody typed it, with what no IRI may hold percent-encoded."""
    return _MISPLACED.sub(lambda found: quote(found[0], safe=""), written)
