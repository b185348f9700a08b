"""A time is the publication's; the form says what it is on the editor's own clock."""

import pytest

from tests.browser.editor import button, open_editor
from tests.factories import make_draft

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("context_options", [{"timezone_id": "Europe/Berlin"}])
def test_both_are_said(desk):
    post = make_draft()
    open_editor(desk, f"/admin/posts/post/{post.pk}/change/")
    desk.locator("#id_published_at_0").fill("2999-07-02")
    desk.locator("#id_published_at_1").fill("07:30")
    button(desk, "Schedule for 2999-07-02 07:30, Asia/Shanghai").wait_for()
    # Summer in Berlin.
    said = desk.locator(".clock-yours").first.inner_text()
    assert said.startswith("On your clock (Europe/Berlin): Jul 2, 2999, 1:30")
    desk.locator("#id_published_at_0").fill("2020-01-02")
    button(desk, "Schedule for the publication date").wait_for()
    desk.locator("#id_published_at_0").fill("never")
    assert desk.locator(".clock-yours").first.inner_text() == ""
