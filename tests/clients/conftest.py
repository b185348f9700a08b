import re
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.handlers.base import BaseHandler

from tests.clients.feed_readers import READERS
from tests.factories import make_post

FEED = "/en/"


@pytest.fixture(scope="session", autouse=True)
def static_root():
    """The server begins before a test does, and WhiteNoise wants its folder by then."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def answers(monkeypatch):
    """The statuses with which the server answered for feeds, as they were sent."""
    sent = []
    answer = BaseHandler.get_response

    def recorded(handler, request):
        response = answer(handler, request)
        if re.search(r"/(index\.xml|atom\.xml|feed\.json)$", request.path):
            sent.append(response.status_code)
        return response

    monkeypatch.setattr(BaseHandler, "get_response", recorded)
    return sent


@pytest.fixture
def site(live_server, transactional_db, settings):
    """The address of a running site that holds two posts."""
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.fixture
def posts(site):
    """What the feed holds when somebody subscribes, newest first."""
    body = "<p>Read <a href='#more'>on</a>.</p><h2 id='more'>More</h2>"
    return [make_post(body=body), make_post()]


@pytest.fixture(
    params=[(kind, file) for kind in READERS for file in sorted(kind.formats)],
    ids=lambda param: f"{param[0].__name__}-{param[1]}",
)
def subscriber(request, posts, site, answers, tmp_path):
    """A reader that has subscribed and has the feed; `answers` holds what comes after that."""
    kind, file = request.param
    subscribed = kind(f"{site}{FEED}{file}", tmp_path)
    for _poll in range(kind.first_polls):
        subscribed.poll()
    assert answers == [200] * kind.first_polls
    answers.clear()
    return subscribed
