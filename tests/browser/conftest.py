import pytest

from tests.factories import make_editor, make_publication

PASSWORD = "correct horse battery"


@pytest.fixture
def context_options():
    """How the page is opened; a test overrides it by parametrizing `context_options`."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def page(chromium, live_server, context_options):
    """A page on the running site. Whatever the browser complains of fails the test."""
    context = chromium.new_context(base_url=live_server.url, locale="en", **context_options)
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints = []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.complaints = complaints
    yield page
    context.close()
    assert not complaints


@pytest.fixture
def publication(transactional_db):
    return make_publication()


@pytest.fixture
def desk(page, publication):
    """A page on which an editor has signed in."""
    make_editor()
    sign_in(page)
    return page


def sign_in(page, username="editor"):
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
