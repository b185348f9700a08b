"""Tab goes through all links, buttons and fields of a page, in order, and shows where it is."""

import pytest

from .pages import addresses

pytestmark = [
    pytest.mark.browser,
    pytest.mark.quality,
    pytest.mark.django_db,
    pytest.mark.xdist_group("quality"),
]

MARK = """
() => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary");
    const seen = [...all].filter((it) => it.type !== "hidden" && it.checkVisibility());
    // A group of radio buttons is one stop.
    const stops = seen.filter((it) => it.type !== "radio" || it.checked);
    stops.forEach((it, number) => { it.dataset.stop = number; });
    return stops.length;
}
"""
HERE = """
() => {
    const it = document.activeElement;
    const style = getComputedStyle(it);
    const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const box = it.getBoundingClientRect();
    return [it.dataset.stop ?? it.tagName, shown, box.width > 0 && box.height > 0];
}
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_in_order_and_visibly(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    # What differs on a phone is the frame, and that is every page's.
    for path in addresses("en") if width == 1280 else list(addresses("en"))[::3]:
        page.goto(path)
        stops = page.evaluate(MARK)
        visited = []
        while len(visited) < 2 * stops:
            page.keyboard.press("Tab")
            stop, shown, there = page.evaluate(HERE)
            # Past the last stop comes the browser's own, and then the first.
            if stop == "BODY" or (stop == "0" and visited):
                break
            # A date has stops within, for its day, its month, its year and its calendar.
            if visited[-1:] != [stop]:
                assert shown, (path, stop)
                assert there, (path, stop)
                visited.append(stop)
        assert [int(it) for it in visited if it.isdecimal()] == list(range(stops)), path


def test_the_first_stop_skips_to_the_text(open_page):
    page = open_page()
    page.goto("/en/tags/trade/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
