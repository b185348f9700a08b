"""The newsroom whose pages are looked at: made once, for all tests of this folder together."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from publication import known
from tests.database import empty_queue

from .newsroom import build


@pytest.fixture(scope="package")
def newsroom(django_db_setup, django_db_blocker, tmp_path_factory):
    """Fills the database, which is empty again when the last test here is done.

    Tests are marked `django_db`, or there is no database of tests. None may change what the others
    see, nor ask for `transactional_db` or `live_server`, which empty it.
    """
    # Workers share the folder of the settings, and would write the same files.
    uploads = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, uploads:
        patch.setattr(known, "SECONDS", -1.0)
        assert connection.settings_dict["NAME"].startswith("test_")
        try:
            build()
            yield
        finally:
            call_command("flush", interactive=False, verbosity=0)
            empty_queue()
            # Beside the loop of Playwright it is another connection than that of a test.
            connection.close()


@pytest.fixture(scope="package")
def site(newsroom):
    """The address at which it is served."""
    server = LiveServer("localhost")
    server._live_server_modified_settings.enable()
    yield server.url
    server._live_server_modified_settings.disable()
    server.stop()


@pytest.fixture
def open_page(chromium, site):
    """Opens a page on the site as `new_context` of Playwright does."""
    contexts = []

    def opened(**options):
        contexts.append(chromium.new_context(base_url=site, **options))
        page = contexts[-1].new_page()
        # Pictures from elsewhere are not what is looked at.
        page.route(lambda url: not url.startswith(site), lambda route: route.abort())
        return page

    yield opened
    for context in contexts:
        context.close()
