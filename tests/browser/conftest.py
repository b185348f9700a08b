import os
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings
from playwright.sync_api import Error, sync_playwright

from tests.factories import make_editor, make_publication

SYSTEM_CHROMIUM = Path("/usr/bin/chromium")
PASSWORD = "correct horse battery"


@pytest.fixture(scope="session", autouse=True)
def static_root():
    """The server begins before a test does, and WhiteNoise wants its folder by then."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def chromium():
    """A browser for this process: the system's, or else the one that Playwright installed."""
    args = ["--disable-background-networking"]
    if os.geteuid() == 0:
        args.append("--no-sandbox")
    path = SYSTEM_CHROMIUM if SYSTEM_CHROMIUM.exists() else None
    # Playwright keeps an event loop in this thread, in which Django would refuse its database.
    with (
        mock.patch.dict(os.environ, DJANGO_ALLOW_ASYNC_UNSAFE="true"),
        sync_playwright() as playwright,
    ):
        try:
            browser = playwright.chromium.launch(executable_path=path, args=args)
        except Error as error:
            missing = f"no Chromium to drive: {error.message.splitlines()[0]}"
            if os.environ.get("CI", "").lower() == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        yield browser
        browser.close()


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
