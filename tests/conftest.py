"""What every test shares: no network but loopback, plain static files, the oracles if present."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import override_settings

from tests.database import empty_queue

PROJECT = Path(__file__).resolve().parent.parent

SHARED = Path(os.environ.get("NEWSROOM_SHARED") or PROJECT.parent / "shared")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, by name, what needs the oracles where they are missing; in CI let it fail."""
    if SHARED.is_dir() or os.environ.get("CI") == "true":
        return
    reason = f"needs the oracles in {SHARED} (NEWSROOM_SHARED)"
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """End what still holds the database of the tests when it is to be dropped.

    Beside the loop of Playwright, Django's connection is another one than without it.
    """
    yield
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    mine = "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"{others} {mine}")


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Half a second of hashing for every editor would be minutes of all tests together."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def plain_static_files(settings) -> None:
    """Static files are served from where they lie: no `collectstatic` before a test."""
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def publications_are_asked_for(monkeypatch):
    """What one test knew of publications, the next one does not; query counts are the same."""
    monkeypatch.setattr("publication.known.SECONDS", -1.0)


@pytest.fixture(autouse=True)
def no_jobs_are_left(request, django_db_blocker) -> Iterator[None]:
    """What a test commits, its jobs as well, the next one does not find."""
    yield
    mark = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"}.intersection(request.fixturenames)
    if commits or (mark is not None and mark.kwargs.get("transaction")):
        with django_db_blocker.unblock():
            empty_queue()


@pytest.fixture
def shared() -> Path:
    """The folder of the oracles."""
    return SHARED
