import threading
import time
from contextlib import contextmanager

import pytest
from django.core.signals import request_finished, request_started

from tests.factories import make_editor, make_publication

_QUIET_SECONDS = 0.3

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
    with quiet_afterwards():
        yield page
        context.close()
    assert not complaints


@contextmanager
def quiet_afterwards():
    """Wait until nothing is asked any more: pages say goodbye, and the database is emptied next."""
    under_way, last = set(), [time.monotonic()]

    def began(sender, **_arguments):
        under_way.add(threading.get_ident())
        last[0] = time.monotonic()

    def ended(sender, **_arguments):
        under_way.discard(threading.get_ident())
        last[0] = time.monotonic()

    request_started.connect(began)
    request_finished.connect(ended)
    try:
        yield
        end = time.monotonic() + 10
        while under_way or time.monotonic() - last[0] < _QUIET_SECONDS:
            assert time.monotonic() < end, "The site is never quiet."
            time.sleep(0.02)
    finally:
        request_started.disconnect(began)
        request_finished.disconnect(ended)


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
