"""A mistake costs nothing that was typed."""

import pytest

from taxonomy.models import Category
from tests.browser.editor import button, open_editor, text_of
from tests.factories import make_post

pytestmark = pytest.mark.browser


def test_everything_typed_is_still_there(desk):
    Category.objects.ensure("en", ["world"])
    make_post(slug="taken")
    text = open_editor(desk, "/admin/posts/post/add/")
    desk.get_by_label("Headline:").first.fill("Mine")
    text.click()
    desk.keyboard.type("What I wrote.")
    desk.locator("#id_citations-0-label").fill("Reuters")
    desk.get_by_text("Add another Source").click()
    desk.locator("#id_citations-1-label").fill("AP")
    desk.locator("#id_citations-1-url").fill("https://apnews.com/1")
    desk.get_by_label("Tags:").fill("One, Two")
    desk.get_by_label("Section:").select_option("World")
    desk.get_by_label("Slug:").fill("taken")
    button(desk, "Publish now").click()

    desk.get_by_text("Another post has this address.").wait_for()
    assert "What I wrote." in text_of(desk).inner_text()
    assert desk.get_by_label("Headline:").first.input_value() == "Mine"
    assert desk.locator("#id_citations-1-url").input_value() == "https://apnews.com/1"
    assert desk.get_by_label("Tags:").input_value() == "One, Two"

    desk.get_by_label("Slug:").fill("free")
    button(desk, "Publish now").click()
    desk.get_by_text("it is published.").wait_for()
    page = desk.request.get("/en/posts/world/free/").text()
    assert "What I wrote." in page
    assert "https://apnews.com/1" in page


def test_leaving_with_something_typed_is_asked_about(desk):
    open_editor(desk, "/admin/posts/post/add/")
    desk.get_by_label("Headline:").first.press_sequentially("Unsaved")
    asked = []
    desk.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.get_by_role("link", name="Home").click()
    desk.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]
    desk.complaints.clear()
