"""Tags are completed by keyboard and by pointer, those that exist first."""

import pytest

from taxonomy.models import Category, Tag
from taxonomy.synonyms import set_synonyms
from tests.browser.editor import button, open_editor
from tests.factories import make_draft

pytestmark = pytest.mark.browser


@pytest.fixture
def tags(desk):
    make_draft(tags=["China", "US-China relations"])
    make_draft(tags=["China"])
    open_editor(desk, "/admin/posts/post/add/")
    return desk.get_by_role("combobox", name="Tags:")


def offered(desk):
    return desk.locator(".completion").get_by_role("option")


def test_by_keyboard(desk, tags):
    tags.press_sequentially("AI, chi")
    offered(desk).first.wait_for()
    assert [" ".join(text.split()) for text in offered(desk).all_inner_texts()] == [
        "China 2 posts",
        "US-China relations 1 post",
        "“chi” would be new",
    ]
    assert tags.get_attribute("aria-expanded") == "true"
    first = tags.get_attribute("aria-activedescendant")
    assert desk.locator(f"#{first}").get_attribute("aria-selected") == "true"
    tags.press("ArrowDown")
    tags.press("Enter")
    assert tags.input_value() == "AI, US-China relations, "
    assert tags.get_attribute("aria-expanded") == "false"
    assert desk.url.endswith("/add/")

    tags.press_sequentially("zz")
    desk.get_by_role("option", name="“zz” would be new").wait_for()
    tags.press("Escape")
    assert not desk.get_by_role("listbox").is_visible()
    assert tags.input_value() == "AI, US-China relations, zz"


def test_the_same_tag_in_another_spelling_is_not_offered_as_new(desk, tags):
    tags.press_sequentially("us china relations")
    desk.get_by_role("option", name="US-China relations").wait_for()
    assert offered(desk).count() == 1
    tags.press("Enter")
    assert tags.input_value() == "US-China relations, "


def test_another_spelling_offers_the_tag_that_it_stands_for(desk, tags):
    set_synonyms(Tag.objects.get(slug="china"), ["PRC"])
    tags.press_sequentially("prc")
    desk.get_by_role("option", name="PRC → China").wait_for()
    assert offered(desk).count() == 1
    tags.press("Enter")
    assert tags.input_value() == "China, "


def test_by_pointer(desk, tags):
    tags.press_sequentially("chi")
    desk.get_by_role("option", name="China 2 posts").click()
    assert tags.input_value() == "China, "
    assert tags.evaluate("input => input === document.activeElement")


def test_a_name_in_the_middle(desk, tags):
    tags.fill("One, , Two")
    tags.evaluate("input => input.setSelectionRange(5, 5)")
    tags.press_sequentially("chi")
    offered(desk).first.wait_for()
    tags.press("Enter")
    assert tags.input_value() == "One, China, Two"


def test_what_is_typed_is_saved_without_it(desk, tags):
    Category.objects.ensure("en", ["world"])
    desk.get_by_label("Headline:").first.fill("Typed")
    tags.press_sequentially("Brand new、White House")
    button(desk, "Save draft").click()
    desk.locator(".messagelist").get_by_text("it is saved.").wait_for()
    assert desk.get_by_label("Tags:").input_value() == "Brand new, White House"
