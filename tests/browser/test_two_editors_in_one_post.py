"""Two browsers, one post: each sees the other, and the second one chooses."""

import pytest

from tests.browser.editor import button, open_editor, text_of
from tests.browser.people import another_browser
from tests.factories import make_draft, make_editor

pytestmark = pytest.mark.browser


def test_both_texts_and_the_choice(desk):
    post = make_draft(title="As it was", summary="As it was.", body="<p>Rates fell today.</p>")
    make_editor("bo")
    address = f"/admin/posts/post/{post.pk}/change/"
    open_editor(desk, address)
    with another_browser(desk, "bo") as other:
        open_editor(other, address)
        assert other.get_by_text("editor has this post open as well.").first.is_visible()
        other.get_by_label("Standfirst:").fill("Bo's standfirst.")
        other.get_by_label("Headline:").first.fill("Bo's headline")
        button(other, "Save draft").click()
        other.get_by_text("it is saved.").wait_for()

    desk.get_by_text("bo has saved a newer text.").wait_for()
    desk.get_by_label("Headline:").first.fill("My headline")
    text = text_of(desk)
    text.click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" More.")
    button(desk, "Save draft").click()
    desk.get_by_role("heading", name="Somebody was faster").wait_for()
    chosen = desk.locator(".conflict input:checked").evaluate_all(
        "boxes => boxes.map(box => box.name + '=' + box.value)"
    )
    assert chosen == ["keep-title=mine", "keep-summary=theirs", "keep-body=mine"]
    text_of(desk)
    desk.get_by_label("Keep what bo saved").first.check()
    button(desk, "Save draft").click()
    desk.get_by_text("it is saved.").wait_for()
    post.refresh_from_db()
    assert (post.title, post.summary) == ("Bo's headline", "Bo's standfirst.")
    assert post.body == "<p>Rates fell today. More.</p>"
