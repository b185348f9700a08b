"""Takes pictures of the desk of a running site that holds the demo content, and was just made.

.venv/bin/python scripts/desk_screens.py PASSWORD [http://127.0.0.1:8000]

It signs in as `editor`, writes what an editor writes in a morning, and puts pictures of what the
desk then looks like into docs/screens/desk: wide in both colour schemes, on a phone in Chinese.
"""

import io
import shutil
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "screens" / "desk"
POST: Final = "/admin/posts/post/"
_COLOURS: Final = 128
_READY: Final = "() => window.CKEDITOR?.instances.id_body?.status === 'ready'"
_ADD: Final = """text => {
    const body = CKEDITOR.instances.id_body;
    body.setData(text + body.getData());
}"""

type Scheme = Literal["light", "dark"]


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("password")
    parser.add_argument("site", nargs="?", default="http://127.0.0.1:8000")
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = signed_in(browser, asked.site, asked.password, 1280, "light", "en")
        number = a_morning(page)
        looks: tuple[tuple[int, Scheme, str], ...] = (
            (1280, "light", "en"),
            (1280, "dark", "en"),
            (360, "light", "zh-CN"),
        )
        for width, scheme, locale in looks:
            page = signed_in(browser, asked.site, asked.password, width, scheme, locale)
            for name, show in SHOWN.items():
                show(page, number)
                page.wait_for_timeout(700)
                write(page, f"{name}-{width}-{scheme}-{locale[:2]}")
        browser.close()


def signed_in(
    browser: Browser, site: str, password: str, width: int, scheme: Scheme, locale: str
) -> Page:
    page = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": 1000},
        color_scheme=scheme,
        locale=locale,
    ).new_page()
    page.goto("/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", password)
    page.click("[type=submit]")
    page.wait_for_selector(".desk-begin")
    return page


def a_morning(page: Page) -> str:
    """Write a little of everything; the number of a live post that has a newer draft."""
    for verb, title in (
        ("submit", "Webb finds the most distant galaxy yet"),
        ("save", "Greece and Italy agree on a sea border"),
        ("schedule", "Voyager 1 is one light-day away from the Earth"),
    ):
        open_form(page, f"{POST}add/")
        page.fill("#id_title", title)
        page.evaluate(_ADD, "<p>The first lines of a piece that is being written.</p>")
        page.select_option("#id_section", "en/world")
        tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011 — any day ahead will do
        page.fill("#id_published_at_0", tomorrow.isoformat())
        page.fill("#id_published_at_1", "07:30")
        page.click(f"button.verb-{verb}")
        page.wait_for_selector(".messagelist .success")
    page.goto(f"{POST}?q=deepseek-r1&publication__id__exact=1")
    number = page.locator("#result_list tbody th a").first.get_attribute("href") or ""
    number = number.split("/")[4]
    edit(page, number, "DeepSeek opens R1, its reasoning model, to everybody", "<p>Updated.</p>")
    page.click("button.verb-save")
    page.wait_for_selector(".messagelist .success")
    return number


def open_form(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(_READY)


def edit(page: Page, number: str, title: str, text: str) -> None:
    open_form(page, f"{POST}{number}/change/")
    page.fill("#id_title", title)
    page.evaluate(_ADD, text)


def write(page: Page, name: str) -> None:
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(_COLOURS).save(FOLDER / f"{name}.png", optimize=True)


def desk(page: Page, _number: str) -> None:
    page.goto("/admin/")


def form(page: Page, number: str) -> None:
    open_form(page, f"{POST}{number}/change/")


def preview(page: Page, number: str) -> None:
    open_form(page, f"{POST}{number}/change/")
    if (more := page.locator(".verbs-open")).is_visible():
        more.click()
    page.click("[data-preview-open]")
    page.frame_locator("#preview iframe").locator("h1").wait_for()


def compared(page: Page, number: str) -> None:
    page.goto(f"{POST}{number}/revisions/compare/?from=1")


def revisions(page: Page, number: str) -> None:
    page.goto(f"{POST}{number}/revisions/")


def conflict(page: Page, number: str) -> None:
    edit(page, number, "R1, a reasoning model, is open to all", "<p>What I add.</p>")
    other = page.context.new_page()
    edit(other, number, "DeepSeek’s R1 is free to use", "<p>What was saved meanwhile.</p>")
    other.click("button.verb-save")
    other.wait_for_selector(".messagelist .success")
    other.close()
    page.click("button.verb-save")
    page.locator(".conflict").wait_for()


def calendar(page: Page, _number: str) -> None:
    page.goto(f"{POST}calendar/?language=en&month=2025-10")


def front_page(page: Page, _number: str) -> None:
    page.goto(f"{POST}front-page/?language=en")


SHOWN: Final[dict[str, Callable[[Page, str], None]]] = {
    "desk": desk,
    "form": form,
    "preview": preview,
    "diff": compared,
    "revisions": revisions,
    "conflict": conflict,
    "calendar": calendar,
    "front-page": front_page,
}

if __name__ == "__main__":
    main()
