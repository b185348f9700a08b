"""Takes the pictures of docs/screens from a running site that holds the demo content.

.venv/bin/python scripts/screens.py [http://127.0.0.1:8000]
"""

import shutil
import sys
from pathlib import Path
from typing import Final, Literal, NamedTuple

from playwright.sync_api import sync_playwright

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "screens"


class Screen(NamedTuple):
    """One picture: what is shown, how wide and how high in CSS pixels, in which colours."""

    name: str
    path: str
    width: int
    height: int
    scheme: Literal["light", "dark"]


_POST = "posts/world/us-china-geneva-tariff-pause/"
_QUERY = "subscribe/?any=ai,chips#site--build"
SCREENS: Final = [
    Screen("front-1280-light-en", "/en/", 1280, 1200, "light"),
    Screen("front-360-dark-zh", "/zh/", 360, 1200, "dark"),
    Screen("post-1280-light-en", f"/en/{_POST}", 1280, 1200, "light"),
    Screen("post-360-light-zh", f"/zh/{_POST}", 360, 1200, "light"),
    Screen("tag-820-light-en", "/en/tags/ai/", 820, 1100, "light"),
    Screen("category-820-dark-zh", "/zh/categories/world/", 820, 1100, "dark"),
    Screen("search-1280-light-en", "/en/search/?q=trade", 1280, 1100, "light"),
    Screen("search-360-dark-zh", "/zh/search/?q=%E4%B8%AD%E7%BE%8E", 360, 1200, "dark"),
    Screen("nothing-found-820-light-en", "/en/search/?q=nvdia", 820, 900, "light"),
    Screen("source-820-light-zh", "/zh/sources/bank-of-japan/", 820, 1000, "light"),
    Screen("tags-360-light-en", "/en/tags/", 360, 1200, "light"),
    Screen("page-1280-dark-en", "/en/privacy/", 1280, 900, "dark"),
    Screen("subscribe-1280-light-en", f"/en/{_QUERY}", 1280, 1200, "light"),
    Screen("subscribe-360-dark-zh", "/zh/subscribe/", 360, 1200, "dark"),
]


def main(site: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        # The system's Chromium where there is one, else the one that playwright brings.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for screen in SCREENS:
            page = browser.new_page(
                viewport={"width": screen.width, "height": screen.height},
                color_scheme=screen.scheme,
            )
            answer = page.goto(site + screen.path)
            if answer is None or answer.status != 200:
                sys.exit(f"Error: {site}{screen.path} is no page: run `make run` with DEMO=1.")
            page.screenshot(path=FOLDER / f"{screen.name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
