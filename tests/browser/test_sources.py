"""Addresses are pasted, looked up and put in order: by keyboard, by pointer, by touch."""

import pytest

from posts.models import Citation
from tests.browser.conftest import sign_in
from tests.browser.editor import button, open_editor
from tests.factories import make_draft, make_editor, make_post, make_publication
from tests.safeguards.servers import answering, serving

pytestmark = pytest.mark.browser

ADD = "/admin/posts/post/add/"
PAGE = b"""<title>Rates fall</title><meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2026-04-25">"""


@pytest.fixture
def wire(monkeypatch):
    """A site whose pages can be looked up, though it is on this machine."""
    monkeypatch.setattr("safeguards.connection.is_public", lambda _address: True)
    with serving(answering(PAGE, content_type="text/html")) as server:
        yield server


def paste(desk, row, text):
    desk.locator(f"#id_citations-{row}-url").evaluate(
        """(input, text) => {
            input.focus();
            const data = new DataTransfer();
            data.setData("text", text);
            const event = { clipboardData: data, bubbles: true, cancelable: true };
            if (input.dispatchEvent(new ClipboardEvent("paste", event))) {
                input.value = text;
                input.dispatchEvent(new Event("input", { bubbles: true }));
            }
        }""",
        text,
    )


def value(desk, row, name):
    return desk.locator(f"#id_citations-{row}-{name}").input_value()


def labels(desk):
    return desk.locator("#citations-group .inline-related:not(.empty-form)").evaluate_all(
        "rows => rows.map(row => row.querySelector('[name$=-label]').value)"
    )


def said(desk, text):
    desk.locator("#citations-group").get_by_text(text).first.wait_for()


def test_a_pasted_address_is_looked_up(desk, wire):
    open_editor(desk, ADD)
    desk.locator("#id_citations-0-headline").fill("Typed by hand")
    paste(desk, 0, f"{wire.url}piece?utm_source=x")
    said(desk, "Filled in from the page.")
    # What was typed stays.
    assert value(desk, 0, "headline") == "Typed by hand"
    assert value(desk, 0, "label") == "The Wire"
    assert value(desk, 0, "date") == "2026-04-25"
    assert value(desk, 0, "url") == f"{wire.url}piece?utm_source=x"
    said(desk, "1 source from 1 independent publisher")
    desk.get_by_role("button", name="Use the plain address").click()
    assert value(desk, 0, "url") == f"{wire.url}piece"


def test_several_addresses_make_several_rows(desk, wire):
    make_post(sources=[("Known", "https://known.invalid/a")])
    open_editor(desk, ADD)
    paste(desk, 0, f"{wire.url}a\n{wire.url}b\nhttps://known.invalid/b\n{wire.url}a/")
    said(desk, "This address is cited above already, as source 1.")
    desk.wait_for_function("() => document.querySelector('#id_citations-3-label').value")
    said(desk, "The page could not be fetched. Type what it says.")
    said(desk, "4 sources from 2 independent publishers")
    assert labels(desk) == ["The Wire", "The Wire", "Known", "The Wire"]


def test_by_keys(desk):
    post = make_draft(sources=[("A", ""), ("B", ""), ("C", "")])
    open_editor(desk, f"/admin/posts/post/{post.pk}/change/")
    label = desk.locator("#id_citations-2-label")
    label.press("Alt+ArrowUp")
    assert labels(desk) == ["A", "C", "B"]
    said(desk, "“C” is now source 2 of 3.")
    assert label.evaluate("input => input === document.activeElement")
    down = desk.locator("#citations-0").get_by_role("button", name="Move down")
    down.press("Enter")
    down.press("Enter")
    assert labels(desk) == ["C", "B", "A"]
    assert down.evaluate("button => button === document.activeElement")
    down.press("Enter")
    said(desk, "“A” is the last source already.")
    button(desk, "Save draft").click()
    desk.locator(".messagelist").get_by_text("it is saved.").wait_for()
    assert list(Citation.objects.values_list("label", flat=True)) == ["C", "B", "A"]


def test_by_dragging(desk):
    post = make_draft(sources=[("A", ""), ("B", ""), ("C", "")])
    open_editor(desk, f"/admin/posts/post/{post.pk}/change/")
    handle = desk.locator("#citations-0 [data-source-handle]")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    desk.mouse.move(box["x"] + 5, box["y"] + 5)
    desk.mouse.down()
    for step in range(1, 12):
        desk.mouse.move(box["x"] + 5, box["y"] + 40 * step)
    desk.mouse.up()
    assert labels(desk)[0] == "B"
    said(desk, "“A” is now source")
    # A row that is removed leaves the others in their order.
    desk.locator("#citations-1 .inline-deletelink").click()
    kept = labels(desk)
    button(desk, "Save draft").click()
    desk.locator(".messagelist").get_by_text("it is saved.").wait_for()
    assert list(Citation.objects.values_list("label", flat=True)) == kept
    assert len(kept) == 2


def test_a_refusal_keeps_the_order(desk):
    post = make_draft(sources=[("A", ""), ("B", ""), ("C", "")])
    open_editor(desk, f"/admin/posts/post/{post.pk}/change/")
    desk.locator("#id_citations-2-label").press("Alt+ArrowUp")
    desk.locator("#id_citations-0-date").fill("never")
    button(desk, "Save draft").click()
    desk.locator(".errornote").wait_for()
    assert labels(desk) == ["A", "C", "B"]
    desk.locator("#id_citations-0-date").fill("")
    button(desk, "Save draft").click()
    desk.locator(".messagelist").get_by_text("it is saved.").wait_for()
    assert list(Citation.objects.values_list("label", flat=True)) == ["A", "C", "B"]


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}],
)
def test_by_touch(desk):
    post = make_draft(sources=[("A", ""), ("B", "")])
    open_editor(desk, f"/admin/posts/post/{post.pk}/change/")
    handle = desk.locator("#citations-0 [data-source-handle]")
    handle.evaluate("handle => handle.scrollIntoView({ block: 'start' })")
    box = handle.bounding_box()
    session = desk.context.new_cdp_session(desk)

    def touch(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    x = box["x"] + box["width"] / 2
    y = box["y"] + box["height"] / 2
    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 18):
        touch("touchMove", {"x": x, "y": min(y + 40 * step, 720)})
    # The page moves under the finger until the other row has gone by.
    desk.wait_for_function(
        "() => document.querySelector('#citations-group .inline-related').id === 'citations-1'"
    )
    touch("touchEnd")
    said(desk, "“A” is now source 2 of 2.")
    assert labels(desk) == ["B", "A"]


@pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}]
)
def test_without_a_script(page, transactional_db):
    make_publication()
    make_editor()
    sign_in(page)
    post = make_draft(sources=[("A", ""), ("B", ""), ("C", "")])
    page.goto(f"/admin/posts/post/{post.pk}/change/")
    assert page.get_by_text("3 sources from 3 independent publishers").is_visible()
    assert not page.get_by_role("button", name="Move down").first.is_visible()
    page.locator("#id_citations-2-order").fill("1")
    button(page, "Save draft").click()
    assert list(Citation.objects.values_list("label", flat=True)) == ["C", "A", "B"]
