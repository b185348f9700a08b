"""From an editor's click to a subscriber's callback, through a hub that others wrote."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feeds.formats import FORMATS
from posts.actions import publish_post, withdraw_post
from tests.factories import make_draft, make_post

from .hubs import flask_hub, serving
from .jobs import waiting
from .subscriber import Subscriber
from .worker import worker

pytestmark = pytest.mark.django_db(transaction=True)


def wait_for(condition: Callable[[], object], seconds: float = 30) -> bool:
    """Whether the condition comes true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture
def port(settings, live_server, unused_port) -> int:
    """Where the site's hub is to listen."""
    settings.SITE_URL = live_server.url
    settings.WEBSUB_HUBS = (f"http://127.0.0.1:{unused_port}/hub",)
    return unused_port


@pytest.fixture
def subscriber() -> Iterator[Subscriber]:
    with serving(Subscriber(secret="known to the two of us")) as server:
        yield server


@pytest.fixture
def careless() -> Iterator[Subscriber]:
    """A subscriber without a secret."""
    with serving(Subscriber()) as server:
        yield server


def subscribe(subscriber: Subscriber, address: str) -> None:
    subscriber.subscribe(address)
    assert wait_for(lambda: subscriber.verified == [address])


@pytest.mark.parametrize("file", [form.file for form in FORMATS])
def test_what_is_published_comes_signed(
    port, tmp_path: Path, subscriber, careless, live_server, file
):
    make_post(tags=["中美关系"])
    topic = f"{live_server.url}/en/tags/%E4%B8%AD%E7%BE%8E%E5%85%B3%E7%B3%BB/{file}"
    with flask_hub(tmp_path, port), worker():
        subscribe(subscriber, topic)
        subscribe(careless, f"{live_server.url}/{file}")
        post = publish_post(make_draft(title="It has come", tags=["中美关系"]), by=None)
        assert wait_for(lambda: subscriber.deliveries and careless.deliveries)
        told, told_careless = subscriber.deliveries[-1], careless.deliveries[-1]
        assert told.signed
        assert not told_careless.signed
        assert f'<{topic}>; rel="self"' in told.links
        for delivery in (told, told_careless):
            assert "It has come" in delivery.body
            assert post.guid in delivery.body
        withdraw_post(post, by=None)
        assert wait_for(lambda: "It has come" not in subscriber.deliveries[-1].body)
        assert subscriber.deliveries[-1].signed


def test_a_hub_that_was_down_passes_it_on_when_it_is_back(
    port, tmp_path: Path, subscriber, live_server
):
    make_post()
    with worker():
        with flask_hub(tmp_path, port):
            subscribe(subscriber, f"{live_server.url}/en/index.xml")
        publish_post(make_draft(title="It has come late"), by=None)
        assert wait_for(lambda: any(job.args.get("failures") for job in waiting()))
        assert subscriber.deliveries == []
        with flask_hub(tmp_path, port):
            assert wait_for(lambda: subscriber.deliveries)
    assert "It has come late" in subscriber.deliveries[-1].body
    assert subscriber.deliveries[-1].signed
