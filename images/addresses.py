"""The addresses of pictures, and where they stand in HTML. Pure.

A picture's own file is `/media/<name>.jpg` (or `.png`); its smaller copies are
`/media/<name>-<width>.avif` and `.webp`. Editors see the same files at `/admin/…`, where their
session is known, whether readers may see them or not.
"""

import re
from typing import Final

from .formats import EXTENSIONS

PREFIX: Final = "/media/"
DESK_PREFIX: Final = "/admin/images/picture/file/"

NAME_LENGTH: Final = 20
"""How many hexadecimal digits of the SHA-256 of what was uploaded are a picture's name."""

FILE: Final = (
    rf"(?P<name>[0-9a-f]{{{NAME_LENGTH}}})(?:-[1-9][0-9]{{0,4}})?\.(?:{'|'.join(EXTENSIONS)})"
)
"""The pattern of a file's name."""

_FILE = re.compile(FILE)
# As the sanitiser writes it. A text that names such an address, or another site's, shows nothing.
_SHOWN = re.compile(rf'(?P<before>\ssrc="){PREFIX}(?P<file>{FILE})(?=")')
_ANYWHERE = re.compile(rf"(?<![\w/.-]){PREFIX}(?P<file>{FILE})")
_AT_DESK = re.compile(rf'(?P<before>\ssrc="){DESK_PREFIX}(?P<file>{FILE})(?=")')


def names_in(html: str) -> list[str]:
    """The names of the pictures that sanitised HTML shows, each once, in order."""
    return list(dict.fromkeys(found["name"] for found in _SHOWN.finditer(html)))


def name_of(file: str) -> str:
    """The name of the picture that a file belongs to; "" for what is no picture's file."""
    found = _FILE.fullmatch(file)
    return found["name"] if found else ""


def for_desk(html: str) -> str:
    """The HTML with pictures at the addresses where editors see them, published or not."""
    return _SHOWN.sub(rf"\g<before>{DESK_PREFIX}\g<file>", html)


def at_prefix(page: str, prefix: str) -> str:
    """A whole page with every copy of every picture below another address: `/preview/…/media/`."""
    return _ANYWHERE.sub(rf"{prefix}\g<file>", page)


def from_desk(html: str) -> str:
    """The inverse of `for_desk`: what an editor saw, at the addresses that readers know."""
    return _AT_DESK.sub(rf"\g<before>{PREFIX}\g<file>", html)
