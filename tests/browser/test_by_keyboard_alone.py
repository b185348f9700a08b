"""From the sign-in to a published post without a pointer."""

import pytest

from posts.models import Post
from taxonomy.models import Category
from tests.browser.conftest import PASSWORD
from tests.browser.editor import READY
from tests.factories import make_editor

pytestmark = pytest.mark.browser

_FOCUS = """() => {
    const it = document.activeElement;
    return it.tagName === "IFRAME" ? "BODY TEXT" : it.id || it.innerText || it.value || it.tagName;
}"""


def tab_to(page, what, most=120):
    """Press Tab until the focus is on what is meant: an id, or what a button says."""
    seen = []
    for _number in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS).strip()
        if focus == what:
            return
        seen.append(focus)
    raise AssertionError(f"Tab never came to {what!r}: {seen}")


def test_from_sign_in_to_published(page, publication):
    make_editor()
    Category.objects.ensure("en", ["world"])
    page.goto("/admin/")
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Write a post").wait_for()
    tab_to(page, "Write a post")
    page.keyboard.press("Enter")
    page.wait_for_function(READY)
    # A new post begins with its headline.
    assert page.evaluate(_FOCUS) == "id_title"
    page.keyboard.type("Written by keyboard")
    tab_to(page, "id_summary")
    page.keyboard.type("Without a pointer.")
    tab_to(page, "BODY TEXT")
    page.keyboard.type("Every word of it.")
    tab_to(page, "id_citations-0-label")
    page.keyboard.type("Wire")
    tab_to(page, "id_tag_list")
    page.keyboard.type("Keyboards")
    page.keyboard.press("Escape")
    tab_to(page, "id_section")
    page.keyboard.type("World")
    tab_to(page, "Publish now")
    page.keyboard.press("Enter")
    page.get_by_text("it is published.").wait_for()
    post = Post.objects.get()
    assert (post.status, post.title) == ("published", "Written by keyboard")
    assert post.body == "<p>Every word of it.</p>"
