"""One row a day, feed and client; nothing that is no feed, and nobody's address."""

from datetime import timedelta

import pytest
from django.utils import timezone

from edge.access_log.follow import read_log
from edge.models import LogPosition
from feeds.health import store
from feeds.health.store import KEPT_DAYS, forget_old
from feeds.models import DailyPolls

from .conftest import FEED, FEEDLY, line

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("publication")]


def test_statuses_bytes_and_subscribers(log):
    log.write(
        line(status=200, agent=FEEDLY.format(40), sent=500),
        line(status=304, agent=FEEDLY.format(42), sent=0),
        line(status=226, agent=FEEDLY.format(41), sent=50),
        line(status=404, agent=FEEDLY.format(41), sent=9),
        line(status=500, agent=FEEDLY.format(41), sent=1, method="HEAD"),
    )
    read_log(log.path)
    row = DailyPolls.objects.get()
    assert (row.path, row.client, row.polls, row.sent) == (FEED, "Feedly", 5, 560)
    assert (row.full, row.delta, row.unchanged, row.missing) == (1, 1, 1, 1)
    assert row.subscribers == 42
    log.write(line(agent=FEEDLY.format(39)), line(agent="Feedly/2"))
    read_log(log.path)
    row.refresh_from_db()
    assert (row.polls, row.full, row.subscribers) == (7, 3, 42)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/index.xml", "/index.xml"),
        ("/en/tags/%E4%B8%AD%E7%BE%8E/index.xml", "/en/tags/中美/index.xml"),
        ("/en/index.xml?utm_source=x", "/en/index.xml"),
        ("http://news.example/en/index.xml", "/en/index.xml"),
    ],
)
def test_feeds_are_known_by_their_path(log, target, path):
    log.write(line(target))
    read_log(log.path)
    assert DailyPolls.objects.get().path == path


@pytest.mark.parametrize(
    "values",
    [
        {"target": "/en/"},
        {"target": "/static/site.css"},
        {"target": "/en/archive/2026-04.xml"},
        {"target": "/en/tags/%00/index.xml"},
        {"target": f"/en/tags/{'x' * 600}/index.xml"},
        {"target": "*"},
        {"method": "POST"},
        {"status": 301},
        {"status": 400},
        {"day": timezone.now().date() - timedelta(days=KEPT_DAYS + 1)},
        {"day": timezone.now().date() + timedelta(days=3)},
    ],
)
def test_what_is_no_poll_of_a_feed(log, values):
    log.write(line(**values))
    assert read_log(log.path).understood == 1
    assert not DailyPolls.objects.exists()


def test_no_address_is_kept(log):
    log.write(line(who="203.0.113.77"), line(who="2001:db8::77"))
    read_log(log.path)
    for model in (DailyPolls, LogPosition):
        stored = str(list(model.objects.values_list()))
        assert stored != "[]"
        assert "203.0.113.77" not in stored
        assert "2001:db8" not in stored


def test_nobody_fills_the_table(log, monkeypatch):
    monkeypatch.setattr(store, "_PATHS", 3)
    monkeypatch.setattr(store, "_CLIENTS", 2)
    log.write(line(agent="Known/1"))
    read_log(log.path)
    log.write(*(line(agent=f"Spam{letter}/1") for letter in "abcdef"), line(agent="Known/1"))
    log.write(*(line(f"/en/tags/{number}/index.xml", 404) for number in range(9)))
    read_log(log.path)
    clients = dict(DailyPolls.objects.filter(path=FEED).values_list("client", "polls"))
    assert clients == {"Known": 2, "Spama": 1, "": 5}
    assert DailyPolls.objects.values("path").distinct().count() == 3


def test_old_days_are_forgotten(log):
    log.write(line())
    read_log(log.path)
    forget_old()
    assert DailyPolls.objects.count() == 1
    DailyPolls.objects.update(day=timezone.now().date() - timedelta(days=KEPT_DAYS + 1))
    forget_old()
    assert not DailyPolls.objects.exists()
