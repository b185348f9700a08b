"""A sign-in that expires while somebody writes loses nothing."""

import pytest
from django.contrib.sessions.models import Session

from posts.models import Post, UnsavedText
from tests.browser.conftest import PASSWORD, sign_in
from tests.browser.editor import button, open_editor, text_of
from tests.factories import make_draft

pytestmark = pytest.mark.browser


@pytest.fixture
def typed(desk):
    post = make_draft(title="Stored", body="<p>Stored.</p>")
    text = open_editor(desk, f"/admin/posts/post/{post.pk}/change/")
    Session.objects.all().delete()
    desk.get_by_label("Headline:").first.fill("Typed")
    text.click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" And typed.")
    return desk


def saved(page):
    button(page, "Save draft").click()
    page.get_by_text("it is saved.").wait_for()
    return Post.objects.values_list("title", "body").get()


def test_one_signs_in_on_the_way(typed):
    button(typed, "Save draft").click()
    typed.get_by_text("Your sign-in had expired.").wait_for()
    typed.get_by_label("Username").fill("editor")
    typed.get_by_label("Password").fill(PASSWORD)
    typed.get_by_role("button", name="Sign in and go on writing").click()
    typed.get_by_text("Nothing of it is stored yet.").wait_for()
    assert "And typed." in text_of(typed).inner_text()
    assert Post.objects.get().title == "Stored"
    assert saved(typed) == ("Typed", "<p>Stored. And typed.</p>")
    assert not UnsavedText.objects.exists()


def test_the_form_says_so_and_goes_on_once_one_signed_in_elsewhere(typed):
    typed.get_by_text("You are signed out.").wait_for()
    other = typed.context.new_page()
    sign_in(other)
    other.close()
    typed.get_by_text("What you typed is kept, and not saved").wait_for()
    assert UnsavedText.objects.get().title == "Typed"
    assert saved(typed) == ("Typed", "<p>Stored. And typed.</p>")


def test_a_crash_loses_nothing(desk):
    post = make_draft(title="Stored")
    address = f"/admin/posts/post/{post.pk}/change/"
    open_editor(desk, address)
    desk.get_by_label("Headline:").first.fill("Typed before the crash")
    desk.get_by_text("What you typed is kept, and not saved").wait_for()
    again = desk.context.new_page()
    desk.close(run_before_unload=False)
    again.goto(address)
    again.get_by_role("link", name="Go on with it").click()
    text_of(again)
    assert again.get_by_label("Headline:").first.input_value() == "Typed before the crash"
    assert post.revisions.count() == 1
