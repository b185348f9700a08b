"""Markup typed as source is clean before anybody sees it."""

import pytest

from posts.models import Post
from taxonomy.models import Category
from tests.browser.editor import button, open_editor, text_of, tool

pytestmark = pytest.mark.browser

HOSTILE = (
    '<p onclick="alert(1)">Text<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" '
    'onload="alert(2)"><script>alert(3)</script><a href="javascript:alert(4)">link</a></p>'
    '<svg onload="alert(5)"></svg><p><b>kept</b></p>'
)


def test_it_never_runs_and_is_never_stored(desk):
    Category.objects.ensure("en", ["world"])
    open_editor(desk, "/admin/posts/post/add/")
    desk.get_by_label("Headline:").first.fill("Hostile")
    desk.get_by_label("Section:").select_option("World")
    tool(desk, "source").click()
    desk.locator("textarea.cke_source").fill(HOSTILE)
    tool(desk, "source").click()
    text_of(desk)
    tool(desk, "source").click()
    desk.locator("textarea.cke_source").fill(HOSTILE)
    button(desk, "Publish now").click()
    desk.get_by_text("it is published.").wait_for()

    post = Post.objects.get()
    assert "<b>kept</b>" in post.body
    for gone in ("onclick", "onload", "script", "alert", "svg", "data:"):
        assert gone not in post.body
    text_of(desk).locator("strong").click()
    desk.goto(post.get_absolute_url())
    desk.get_by_text("link").first.click()
    # A dialog would have been a complaint, and failed the test.
