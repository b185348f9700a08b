"""Withdrawing is asked about, by pointer and by keyboard; without scripts it is simply done."""

import pytest

from posts.models import Post
from tests.browser.editor import button, open_editor
from tests.desk.forms import edit
from tests.factories import make_post

pytestmark = pytest.mark.browser


def status():
    return Post.objects.get().status


def test_it_is_done_when_one_says_yes(desk):
    open_editor(desk, edit(make_post()))
    button(desk, "Withdraw from the site").click()
    question = desk.get_by_role("group", name="Readers no longer find it")
    question.wait_for()
    assert desk.evaluate("document.activeElement.textContent") == "Leave it as it is"
    assert status() == "published"
    question.get_by_role("button", name="Withdraw from the site").click()
    desk.get_by_text("it is withdrawn.").wait_for()
    assert status() == "withdrawn"


def test_it_is_left_with_escape_and_by_the_other_button(desk):
    open_editor(desk, edit(make_post()))
    first = button(desk, "Withdraw from the site").first
    for leave in ("Escape", "Enter"):
        first.focus()
        desk.keyboard.press("Enter")
        desk.locator(".asks").wait_for()
        desk.keyboard.press(leave)
        desk.locator(".asks").wait_for(state="detached")
        assert desk.evaluate("document.activeElement.value") == "withdraw"
    assert status() == "published"


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 360, "height": 740}}])
def test_on_a_phone_it_is_in_the_sheet(desk):
    open_editor(desk, edit(make_post()))
    desk.get_by_role("button", name="More").click()
    button(desk, "Withdraw from the site").click()
    desk.locator(".asks").get_by_role("button", name="Withdraw from the site").click()
    desk.get_by_text("it is withdrawn.").wait_for()


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_scripts(desk):
    desk.goto(edit(make_post()))
    button(desk, "Withdraw from the site").click()
    desk.get_by_text("it is withdrawn.").wait_for()
