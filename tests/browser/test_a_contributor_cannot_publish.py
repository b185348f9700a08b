"""A request made by hand does no more than the buttons."""

import pytest

from posts.models import Post
from tests.browser.conftest import sign_in
from tests.browser.editor import button, open_editor
from tests.factories import make_draft, make_member

pytestmark = pytest.mark.browser


def test_a_button_that_was_made_by_hand(page, publication, caplog):
    user = make_member("Contributor", "ann")
    post = make_draft(title="Not yet")
    Post.objects.update(created_by=user)
    sign_in(page, "ann")
    open_editor(page, f"/admin/posts/post/{post.pk}/change/")
    assert not button(page, "Publish now").count()
    page.locator("button.verb-submit").evaluate("it => { it.value = 'publish' }")
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        button(page, "Submit for review").click()
    assert answer.value.status == 403
    page.get_by_text("You are not allowed to do this.").wait_for()
    assert Post.objects.get().status == "draft"
    assert f"Refused: user {user.pk} (ann) may not publish post {post.pk}" in caplog.text
    page.complaints.clear()  # Chromium tells of the 403
