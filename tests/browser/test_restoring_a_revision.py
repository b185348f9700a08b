"""One click brings a post back as it was, its tags and sources included."""

import pytest

from posts.actions import save_post
from posts.snapshot import content_of
from tests.factories import content, make_draft

pytestmark = pytest.mark.browser


def test_with_tags(desk):
    post = make_draft(title="First", tags=["Trade", "US-China relations"])
    before = content_of(post)
    save_post(post, content(title="Second", tags=["AI"]), by=None)
    desk.goto(f"/admin/posts/post/{post.pk}/change/")
    desk.get_by_role("link", name="Compare and restore revisions").click()
    desk.get_by_role("button", name="Compare the two that are chosen").click()
    assert desk.locator("del", has_text="US-China relations").is_visible()
    assert desk.locator("ins", has_text="AI").is_visible()
    desk.get_by_role("button", name="Restore revision 1").click()
    desk.get_by_text("The post is as it was in revision 1.").wait_for()
    assert desk.get_by_label("Tags:").input_value() == "Trade, US-China relations"
    post.refresh_from_db()
    assert content_of(post) == before
