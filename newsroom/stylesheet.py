"""Joins the style sheet into one file when static files are collected.

`static/site.css` imports its parts, so with DEBUG on a browser reads them as they are written. A
reader gets the parts in one response.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET: Final = "site.css"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A blank before a colon stays: `.prose :is(h2)` is not `.prose:is(h2)`, as minifiers may think.
_SPACE = re.compile(r'(?P<string>"[^"]*")|\s*(?P<mark>[{};,])\s*|(?<=[\w-])(?P<colon>:)\s+|\s+')
_IMPORT = r'@import url\("({part})"\) layer\({layer}\);\n'
# Those that follow each other in one layer share its block.
_IMPORTS = re.compile(
    _IMPORT.format(part='[^"]+', layer=r"(?P<layer>[\w-]+)")
    + f"(?:{_IMPORT.format(part='[^"]+', layer='(?P=layer)')})*"
)
_PART = re.compile(_IMPORT.format(part='[^"]+', layer=r"[\w-]+"))


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which hashes and compresses the joined sheet instead of `site.css`."""

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        if SHEET in paths:

            def read(name: str) -> str:
                storage, path = paths[name]
                with storage.open(path) as file:
                    content: bytes = file.read()
                return content.decode()

            memory = InMemoryStorage()
            memory.save(SHEET, ContentFile(joined(read(SHEET), read).encode()))
            paths = {**paths, SHEET: (memory, SHEET)}
        yield from super().post_process(paths, **options)


def joined(sheet: str, read: Callable[[str], str]) -> str:
    """The sheet with each imported part, which `read` returns by name, in its layer.

    Parts hold no relative addresses. Comments and white space stay with those who read the source.
    """
    whole = _IMPORTS.sub(
        lambda found: f"@layer {found['layer']} {{\n{_parts(found[0], read)}}}\n", sheet
    )
    return _SPACE.sub(_without_space, _COMMENT.sub("", whole)).replace(";}", "}").strip()


def _parts(imports: str, read: Callable[[str], str]) -> str:
    return "".join(read(found[1]) for found in _PART.finditer(imports))


def _without_space(found: re.Match[str]) -> str:
    """A string as it is; marks without what is around them; other white space as one blank."""
    return found["string"] or found["mark"] or (":" if found["colon"] else " ")
