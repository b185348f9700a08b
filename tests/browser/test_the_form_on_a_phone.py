"""At 360 px nothing of the form is cut off: not the window, and no row, hides a part of a field."""

import pytest

from tests.browser.editor import open_editor
from tests.desk.forms import edit
from tests.factories import make_post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("context_options", [{"viewport": {"width": 360, "height": 800}}]),
]

CUT = """
() => [...document.querySelectorAll("#content :is(input, select, textarea, button, .cke)")]
    .filter((it) => it.checkVisibility() && !it.closest(".cke .cke"))
    .filter((it) => {
        const right = it.getBoundingClientRect().right;
        for (let box = it.parentElement; box; box = box.parentElement) {
            const clips = getComputedStyle(box).overflowX !== "visible" || box === document.body;
            if (clips && right > box.getBoundingClientRect().right + 1) {
                return true;
            }
        }
        return false;
    })
    .map((it) => it.id || it.outerHTML.slice(0, 80))
"""


def test_every_field_is_seen_whole(desk):
    open_editor(desk, edit(make_post()))
    desk.locator("summary", has_text="Other dates").click()
    assert desk.evaluate(CUT) == []
