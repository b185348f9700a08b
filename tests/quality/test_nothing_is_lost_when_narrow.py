"""At 320 px (1280 px at 400 %) no page is wider than the window: wide matter scrolls by itself."""

import pytest

from .newsroom import build
from .pages import addresses

pytestmark = [pytest.mark.browser, pytest.mark.quality]

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


@pytest.mark.parametrize("width", [320, 640])
def test_no_page_is_wider_than_the_window(chromium, live_server, transactional_db, width):
    build()
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.route(lambda url: not url.startswith(live_server.url), lambda route: route.abort())
    lost = {}
    for address in [*addresses("en"), *addresses("zh")]:
        page.goto(address)
        if found := page.evaluate(OVERFLOW):
            lost[address] = found
    context.close()
    assert not lost


def test_what_scrolls_by_itself_can_be_reached_by_keyboard(chromium, live_server, transactional_db):
    build()
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto("/en/posts/world/rich/")
    reached = page.evaluate(KEYBOARD)
    context.close()
    assert reached
    assert all(reached)
