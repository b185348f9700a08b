"""Fonts of this machine that have every letter of a text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

type Font = ImageFont.FreeTypeFont

FOLDERS: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
)

# Files by preference: a bold serif, as the site's own headlines; what else there is comes after.
_WANTED: Final = (
    r"NotoSerifDisplay-Bold|P052-Bold|Palatino.*Bold",
    r"NotoSerif-Bold|LiberationSerif-Bold",
    r"DejaVuSerif-Bold",
    r"NotoSerifCJK-Bold|NotoSerif(SC|TC|JP|KR)-Bold|SourceHanSerif.*Bold|Songti",
    r"NotoSansCJK-Bold|NotoSans(SC|TC|JP|KR)-Bold|SourceHanSans.*Bold|PingFang",
    r"NotoNaskhArabic-Bold|NotoSerif.*-Bold|NotoSans.*-Bold|wqy|.*-Bold",
)
# In a collection for several countries, the face of each: its letters are drawn differently.
_FACES: Final = {"zh-hans": "SC", "zh-hant": "TC", "ja": "JP", "ko": "KR"}
_BLANK: Final = "\U0010ffff"


def font_for(text: str, size: int, locale: str) -> Font | None:
    """The best font that has every letter of a text; None where this machine has none."""
    letters = {one for one in text if unicodedata.category(one)[0] not in "ZC"}
    for path in _paths():
        font = _open(path, size, locale)
        if font is not None and _has(font, letters):
            return font
    bundled = ImageFont.load_default(size)
    if isinstance(bundled, ImageFont.FreeTypeFont) and _has(bundled, letters):
        return bundled
    return None


@cache
def _paths() -> tuple[Path, ...]:
    found = [path for folder in FOLDERS for path in _files(Path(folder).expanduser())]
    ranked = [(rank, path) for path in found if (rank := _rank(path)) < len(_WANTED)]
    return tuple(path for _rank, path in sorted(ranked))


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.rglob("*") if path.suffix in (".ttf", ".otf", ".ttc"))


def _rank(path: Path) -> int:
    if "Italic" in path.stem or "Oblique" in path.stem or "Mono" in path.stem:
        return len(_WANTED)
    return next(
        (rank for rank, names in enumerate(_WANTED) if re.match(names, path.stem)), len(_WANTED)
    )


def _open(path: Path, size: int, locale: str) -> Font | None:
    """The font of a file; of a collection, the face for a locale."""
    try:
        font = ImageFont.truetype(path, size)
        face = _FACES.get(locale)
        for index in range(10) if face and path.suffix == ".ttc" else ():
            other = ImageFont.truetype(path, size, index=index)
            if (other.getname()[0] or "").endswith(f" {face}"):
                return other
    except OSError:
        return None
    return font


def _has(font: Font, letters: set[str]) -> bool:
    """Whether none of the letters is drawn as a missing one is."""
    missing = bytes(font.getmask(_BLANK)), font.getlength(_BLANK)
    return all((bytes(font.getmask(one)), font.getlength(one)) != missing for one in letters)
