"""Names out of the ways in which feeds write persons."""

import re
from collections.abc import Iterable

_MAIL = r"[^\s<>()@]+@[^\s<>()@]+"
_MAIL_AND_NAME = re.compile(rf"(?:mailto:)?{_MAIL}\s*\(([^()]+)\)")
_NAME_AND_MAIL = re.compile(rf"(.*\S)\s*[<(](?:mailto:)?{_MAIL}[>)]")


def name_of_person(text: str) -> str:
    """Return the name in `desk@example.com (News Desk)` or `News Desk <desk@example.com>`.

    A bare address comes back as it is, for there is nothing better.
    """
    text = " ".join(text.split())
    found = _MAIL_AND_NAME.fullmatch(text) or _NAME_AND_MAIL.fullmatch(text)
    return (found[1] if found else text).strip().strip('"').strip()


def names_of_persons(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in order, without repeats and empty ones."""
    names = map(name_of_person, texts)
    return tuple(dict.fromkeys(filter(None, names)))
