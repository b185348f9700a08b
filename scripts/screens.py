"""Takes pictures of every kind of page of a running site that holds the demo content.

.venv/bin/python scripts/screens.py [http://127.0.0.1:8000]

Into docs/screens go three of each, one a width, both languages and colour schemes among them. With
--all FOLDER every page in every width, language and scheme goes into a folder, to be looked at.
"""

import io
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "screens"

type Scheme = Literal["light", "dark"]

HEIGHTS: Final = {360: 1200, 820: 1100, 1280: 1200}
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
LANGUAGES: Final = ("en", "zh")
# Enough for paper, ink and one accent: a quarter of the bytes.
_COLOURS: Final = 128

# Every kind of page, after the language; where the languages differ, both.
PAGES: Final[dict[str, str | tuple[str, str]]] = {
    "front": "",
    "posts": "posts/",
    "post": "posts/world/us-china-geneva-tariff-pause/",
    "picture": "posts/finance/fed-rate-cut-october-2025/",
    "category": "categories/world/",
    "categories": "categories/",
    "tag": ("tags/interest-rates/", "tags/利率/"),
    "tags": "tags/",
    "source": ("sources/federal-reserve/", "sources/bank-of-japan/"),
    "sources": "sources/",
    "authors": "authors/",
    "archive": "archive/",
    "month": "archive/2025/10/",
    "search": ("search/?q=trade", "search/?q=中美"),
    "nothing-found": ("search/?q=nvdia", "search/?q=没有这个"),
    "subscribe": (
        "subscribe/?any=ai,chips#site--build",
        "subscribe/?any=人工智能,芯片#site--build",
    ),
    "corrections": "corrections/",
    "page": "privacy/",
    "not-there": "posts/world/never-was/",
}
_MISSING: Final = {"not-there": 404}


class Screen(NamedTuple):
    """One picture: what is shown, how wide in CSS pixels, in which colours and language."""

    page: str
    width: int
    scheme: Scheme
    language: str

    @property
    def name(self) -> str:
        return f"{self.page}-{self.width}-{self.scheme}-{self.language}"

    @property
    def path(self) -> str:
        path = PAGES[self.page]
        if not isinstance(path, str):
            path = path[LANGUAGES.index(self.language)]
        return f"/{self.language}/{path}"


def all_screens() -> Iterator[Screen]:
    """Everything there is to be looked at."""
    for page, width, scheme, language in product(PAGES, HEIGHTS, SCHEMES, LANGUAGES):
        yield Screen(page, width, scheme, language)


def some_screens() -> Iterator[Screen]:
    """Three of each page: wide in English, and on a phone in Chinese, one of them dark."""
    for number, page in enumerate(PAGES):
        wide, narrow = SCHEMES[number % 2], SCHEMES[1 - number % 2]
        yield Screen(page, 1280, wide, "en")
        yield Screen(page, 360, narrow, "zh")
        yield Screen(page, 820, wide, LANGUAGES[number // 2 % 2])


def take(site: str, screens: Iterator[Screen], folder: Path) -> None:
    """Write the pictures as PNG. Ends the program where a page is not what it should be."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        # The system's Chromium where there is one, else the one that playwright brings.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for screen in screens:
            page = browser.new_page(
                viewport={"width": screen.width, "height": HEIGHTS[screen.width]},
                color_scheme=screen.scheme,
            )
            answer = page.goto(site + screen.path)
            if answer is None or answer.status != _MISSING.get(screen.page, 200):
                sys.exit(f"Error: {site}{screen.path} is no page: run `make run` with DEMO=1.")
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(_COLOURS).save(folder / f"{screen.name}.png", optimize=True)
            page.close()
        browser.close()


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", default="http://127.0.0.1:8000")
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    screens, folder = (all_screens(), asked.all) if asked.all else (some_screens(), FOLDER)
    take(asked.site, screens, folder)


if __name__ == "__main__":
    main()
