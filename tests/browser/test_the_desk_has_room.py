"""What an editor looks at fits: beside the preview, in the list, on a phone; whatever is typed."""

import pytest

from posts.actions import save_post
from tests.browser.editor import button, open_editor
from tests.desk.forms import LIST, edit
from tests.factories import content, make_draft, make_post

pytestmark = pytest.mark.browser

PHONE = pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 360, "height": 740}}], ids=["phone"]
)
BOX = "it => it.getBoundingClientRect().toJSON()"
# What of a list is cut off at its edge.
CUT = """() => {
    const edge = document.querySelector(".results").getBoundingClientRect().right + 1;
    return [...document.querySelectorAll("#result_list :is(td, th)")]
        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > edge)
        .map((it) => it.className);
}"""
# What makes the page wider than the window.
TOO_WIDE = """() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll("body *")]
        .filter((it) => it.getBoundingClientRect().right > window.innerWidth + 1)
        .map((it) => `${it.tagName}.${it.className}`);
}"""


def box(page, selector):
    return page.locator(selector).first.evaluate(BOX)


def test_the_form_has_its_whole_half_beside_the_preview(desk):
    open_editor(desk, edit(make_post()))
    button(desk, "Preview").click()
    preview, form = box(desk, "#preview"), box(desk, "#post_form")
    assert form["width"] > 600
    assert 0 <= preview["left"] - form["right"] < 40
    assert box(desk, ".verbs")["height"] < 90
    headline, date = box(desk, ".fieldBox.field-headline"), box(desk, ".fieldBox.field-date")
    assert headline["bottom"] <= date["top"]
    assert headline["width"] > 500


def test_the_list_shows_all_its_columns(desk):
    make_post(title="A headline of a usual length, with some words " * 2)
    make_draft()
    desk.goto(LIST)
    assert desk.evaluate(CUT) == []
    assert box(desk, "#result_list tbody .field-saved")["width"] > 40


@PHONE
def test_on_a_phone_the_list_is_of_cards(desk):
    make_post(title="Seen on a phone")
    desk.goto(LIST)
    assert desk.evaluate(CUT) == []
    row = desk.locator("#result_list tbody tr").first.inner_text()
    for shown in ("Seen on a phone", "Published", "2026-04-2", "World", "en"):
        assert shown in row
    assert desk.locator("#changelist-filter").is_hidden()
    desk.get_by_role("button", name="Filter").click()
    desk.locator("#changelist-filter").get_by_role("link", name="Draft").click()
    desk.wait_for_url("**status__exact=draft")


@PHONE
def test_on_a_phone_the_buttons_are_at_hand(desk):
    open_editor(desk, edit(make_post(title="A headline that is longer than a phone is wide")))
    line = box(desk, ".verbs")
    assert line["bottom"] <= 741
    assert line["height"] < 110
    title = desk.locator("#id_title")
    assert title.evaluate("it => it.scrollHeight <= it.clientHeight + 1")
    title.focus()
    desk.keyboard.press("End")
    desk.keyboard.press("Enter")
    desk.keyboard.type("!")
    assert "\n" not in title.input_value()


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": width, "height": 740}} for width in (360, 1280)],
    ids=str,
)
def test_one_long_word_widens_nothing(desk):
    word = "W" * 290
    post = make_draft(title=word, tags=["T" * 190], body=f"<p>{'B' * 100_000}</p>")
    save_post(post, content(title=word + "2", body=f"<p>{'C' * 100_000}</p>"), by=None, note=word)
    history = f"/admin/posts/post/{post.pk}/revisions/"
    for address in ("/admin/", LIST, edit(post), history, f"{history}compare/"):
        desk.goto(address)
        assert desk.evaluate(TOO_WIDE) == [], address
