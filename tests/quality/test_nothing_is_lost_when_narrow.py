"""At 320 px (1280 px at 400 %) no page is wider than the window: wide matter scrolls by itself."""

import pytest

from .pages import addresses

pytestmark = [
    pytest.mark.browser,
    pytest.mark.quality,
    pytest.mark.django_db,
    pytest.mark.xdist_group("quality"),
]

OVERFLOW = """
() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const cut = [...document.querySelectorAll("main *, header *, footer *")].filter((it) => {
        const box = it.getBoundingClientRect();
        const scrolled = it.closest("pre, table");
        return box.width && (box.right > innerWidth + 1 || box.left < -1) && !scrolled
            && !it.closest(".skip");
    });
    return wide > 0 || cut.length ? [wide, ...cut.map((it) => it.outerHTML.slice(0, 80))] : [];
}
"""
# Chromium lets the keyboard into whatever scrolls; Safari only where `tabindex` says so.
KEYBOARD = """
() => [...document.querySelectorAll("pre, table")]
    .filter((it) => it.scrollWidth > it.clientWidth)
    .map((it) => it.tabIndex === 0)
"""


def test_no_page_is_wider_than_the_window(open_page):
    page = open_page()
    lost = {}
    for address in [*addresses("en"), *addresses("zh")]:
        page.goto(address)
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 800})
            if found := page.evaluate(OVERFLOW):
                lost[address, width] = found
    assert not lost


def test_what_scrolls_by_itself_can_be_reached_by_keyboard(open_page):
    page = open_page(viewport={"width": 320, "height": 800})
    page.goto("/en/posts/world/rich/")
    reached = page.evaluate(KEYBOARD)
    assert reached
    assert all(reached)
