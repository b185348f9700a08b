import pytest

from feeds.formats import FORMATS
from tests.polling.polls import Poller, Polls


@pytest.fixture(params=FORMATS, ids=lambda form: form.file)
def form(request):
    """Each format in turn."""
    return request.param


@pytest.fixture
def polls(client, db):
    """Polls in all formats at once, where making what they hold takes longer than asking."""
    return Polls(client)


@pytest.fixture
def poll(client, form, db):
    """Polls the site's feed in a format, or another feed in the same one."""
    return Poller(client, form)
