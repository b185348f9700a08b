"""The browser that tests drive: one for each process, since Playwright takes no second one.

Loaded as a plugin, so that every folder of tests has its fixtures.
"""

import os
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings
from playwright.sync_api import Error, sync_playwright

SYSTEM_CHROMIUM = Path("/usr/bin/chromium")


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
