"""On the pages of a date, and by the stamps that date them in sitemaps."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from edge.stamps import age_of
from posts.actions import save_post, withdraw_post
from posts.keys import list_key, month_key
from posts.models import Post
from posts.snapshot import content_of
from tests.factories import make_post
from tests.reader.pages import get, text

pytestmark = pytest.mark.django_db

APRIL = datetime(2026, 4, 10, 4, tzinfo=UTC)
MAY = datetime(2026, 5, 10, 4, tzinfo=UTC)
KEYS = [month_key(list_key("en"), month) for month in ("2026-04", "2026-05")]


def counts() -> list[str]:
    return text(get("/en/archive/"), "//main//li")


def test_a_publication():
    make_post(published_at=APRIL)
    before = age_of(KEYS).times
    make_post(published_at=APRIL)
    assert counts() == ["April 2"]
    assert age_of(KEYS).times[KEYS[0]] > before[KEYS[0]]


def test_a_withdrawal():
    make_post(published_at=APRIL)
    post = make_post(published_at=MAY)
    assert Client().get("/en/archive/2026/05/10/").status_code == 200
    before = age_of(KEYS).times
    withdraw_post(post, by=None)
    assert counts() == ["April 1"]
    for date in ("2026/05", "2026/05/10"):
        assert Client().get(f"/en/archive/{date}/").status_code == 404
    assert not get("/en/archive/2026/04/").xpath("//a[@rel='next']")
    assert age_of(KEYS).times[KEYS[1]] > before[KEYS[1]]


def test_another_date():
    post = make_post(published_at=APRIL)
    before = age_of(KEYS).times
    save_post(Post.objects.get(), content_of(post), by=None, published_at=MAY)
    assert counts() == ["May 1"]
    assert Client().get("/en/archive/2026/04/").status_code == 404
    assert age_of(KEYS).times[KEYS[0]] > before[KEYS[0]]
    assert KEYS[1] in age_of(KEYS).keys
