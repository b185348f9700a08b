"""Readers keep what they see while a newer text is written over it."""

import pytest

from tests.browser.editor import button, open_editor
from tests.factories import make_post

pytestmark = pytest.mark.browser


def test_it_is_seen_when_it_is_published(desk):
    post = make_post(title="As published", tags=["Trade"])
    address = f"/admin/posts/post/{post.pk}/change/"
    open_editor(desk, address)
    desk.get_by_label("Headline:").first.fill("As corrected")
    button(desk, "Save as a draft: readers keep what they see").click()
    desk.get_by_text("Readers keep what they see.").wait_for()
    assert desk.get_by_text("Newer draft: Draft").is_visible()
    assert desk.get_by_label("Headline:").first.input_value() == "As corrected"
    assert "As published" in desk.request.get(post.get_absolute_url()).text()
    assert "As corrected" not in desk.request.get("/en/tags/trade/index.xml").text()

    open_editor(desk, address)
    button(desk, "Publish the changes now").click()
    desk.get_by_text("Readers see it now.").wait_for()
    assert not desk.get_by_text("Newer draft:").count()
    assert "As corrected" in desk.request.get(post.get_absolute_url()).text()
    assert "As corrected" in desk.request.get("/en/tags/trade/index.xml").text()


def test_it_can_be_discarded(desk):
    post = make_post(title="As published")
    address = f"/admin/posts/post/{post.pk}/change/"
    open_editor(desk, address)
    desk.get_by_label("Headline:").first.fill("Never mind")
    button(desk, "Save as a draft: readers keep what they see").click()
    desk.get_by_text("Readers keep what they see.").wait_for()
    open_editor(desk, address)
    button(desk, "Discard the newer draft").click()
    desk.locator(".asks").get_by_role("button", name="Discard the newer draft").click()
    desk.get_by_text("its newer draft is discarded.").wait_for()
    assert desk.get_by_label("Headline:").first.input_value() == "As published"
