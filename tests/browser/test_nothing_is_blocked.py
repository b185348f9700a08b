"""No page of the admin breaks its own content security policy, and the toolbar works.

The fixture `page` fails a test in which the browser complained of anything.
"""

import re

import pytest

from posts.models import Post
from taxonomy.models import Category
from tests.browser.editor import button, open_editor, tool
from tests.desk.forms import LIST, delete, edit
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.browser


def test_all_kinds_of_pages(desk):
    post, draft = make_post(tags=["AI"]), make_draft()
    pages = [
        "/admin/",
        "/admin/posts/",
        LIST,
        f"{LIST}?q=x",
        edit(post),
        edit(draft),
        delete(draft),
        f"/admin/posts/post/{post.pk}/history/",
        "/admin/posts/author/add/",
        "/admin/posts/redirect/add/",
        "/admin/taxonomy/tag/",
        "/admin/taxonomy/tag/add/",
        "/admin/sources/publisher/add/",
        "/admin/publication/page/add/",
        "/admin/publication/publication/",
        "/admin/auth/user/add/",
        "/admin/password_change/",
    ]
    for address in pages:
        assert desk.goto(address).status == 200, address
        desk.wait_for_load_state("networkidle")
        assert not desk.complaints, address


def test_the_toolbar(desk):
    Category.objects.ensure("en", ["world"])
    text = open_editor(desk, "/admin/posts/post/add/")
    desk.get_by_label("Headline:").first.fill("Toolbar")
    text.click()
    desk.locator(".cke_combo__format .cke_combo_button").click()
    desk.frame_locator(".cke_combopanel iframe").get_by_role("option", name="Heading 2").click()
    desk.keyboard.type("A heading")
    desk.keyboard.press("Enter")
    tool(desk, "italic").click()
    desk.keyboard.type("slanted")
    tool(desk, "italic").click()
    desk.keyboard.type(" and ")
    tool(desk, "link").click()
    dialog = desk.locator(".cke_dialog")
    # Shown before it is ready, the dialog empties what was typed too early.
    dialog.get_by_label("URL").last.fill("www.example.org/x")
    dialog.get_by_label("Display Text").fill("a link")
    dialog.get_by_text("OK", exact=True).click()
    dialog.wait_for(state="hidden")
    desk.keyboard.press("End")
    desk.keyboard.press("Enter")
    tool(desk, "bulletedlist").click()
    desk.keyboard.type("one")
    desk.keyboard.press("Enter")
    desk.keyboard.type("two")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    tool(desk, "blockquote").click()
    desk.keyboard.type("said & done")
    button(desk, "Save draft").click()
    desk.locator(".messagelist").get_by_text("it is saved.").wait_for()
    # Chromium types a no-break space at the edge of an element.
    body = re.sub(r"[\n\t]", "", Post.objects.get().body).replace("&nbsp;", " ")
    assert body == (
        "<h2>A heading</h2><p><em>slanted</em> and "
        '<a href="https://www.example.org/x">a link</a></p>'
        "<ul><li>one</li><li>two</li></ul><blockquote><p>said &amp; done</p></blockquote>"
    )


@pytest.mark.parametrize(
    "context_options",
    [
        {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
        for width in (360, 1280)
        for scheme in ("light", "dark")
    ],
    ids=lambda options: f"{options['viewport']['width']}-{options['color_scheme']}",
)
def test_the_form_fits_the_screen(desk, context_options):
    make_post(sources=[("A source with a rather long name", "https://wire.example/" + "x" * 300)])
    open_editor(desk, edit(Post.objects.get()))
    width = context_options["viewport"]["width"]
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    for label in ("Headline:", "Tags:", "Slug:"):
        box = desk.get_by_label(label).first.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
