"""A site with a hub that writes down what it is told."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from .hubs import Scribe, scribe


@pytest.fixture(scope="session", autouse=True)
def static_root():
    """The server begins before a test does, and WhiteNoise wants its folder by then."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def hub(settings) -> Iterator[Scribe]:
    """The hub of the site."""
    with scribe() as server:
        settings.WEBSUB_HUBS = (server.url,)
        yield server


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable:
    """A block at whose end all is committed and others have heard of it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def unused_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
