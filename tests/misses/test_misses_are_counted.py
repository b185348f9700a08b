"""From an access log, or by the middleware where there is none. Bounded, whatever is asked for."""

import time
from datetime import date, timedelta

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from edge.access_log.follow import read_log
from newsroom.access_log import FORMAT, MissesLogger, without_query
from posts.actions import save_post, save_redirect
from posts.middleware import MissesMiddleware
from posts.misses import memory, store
from posts.misses.figures import hits_of_week, open_misses, scanners
from posts.misses.miss import NOISE, Miss
from posts.misses.store import add, forget_old
from posts.models import DailyMisses, MissedPath
from tests.access_log.log import line
from tests.factories import content, make_post

pytestmark = pytest.mark.django_db

DAY = date(2026, 4, 26)


def hits():
    return dict(MissedPath.objects.values_list("path", "hits"))


def from_page(target, page, **values):
    return line(target, status=404, **values).replace('"-" "Moz', f'"{page}" "Moz')


def test_from_a_log(log, publication):
    log.write(
        line("/en/"),
        line("/en/old/?a=1", status=404),
        from_page("/en/old/", "https://other.example/page?id=9"),
        line("/en/old/", status=404, method="POST"),
        line("/wp-login.php", status=404),
        line("/.env", status=404),
        line("/static/x.css", status=404),
        line("/en/gone/", status=410),
        line("/en/late/", status=404, at=timezone.now() + timedelta(days=9)),
    )
    assert read_log(log.path).counted["Pages not found"] == 4
    assert hits() == {"/en/old/": 2, NOISE: 2}
    row = MissedPath.objects.get(path="/en/old/")
    assert row.referrers == {"other.example/page": 1}
    assert hits_of_week([row]) == {row.pk: 2}
    assert open_misses() == 1
    assert scanners().hits == 2
    log.write(line("/en/old/", status=404))
    read_log(log.path)
    assert hits()["/en/old/"] == 3


def test_what_was_mended_meanwhile_is_none(log, publication):
    save_redirect("/en/old/", target="https://other.example/", by=None)
    log.write(line("/en/old/", status=404))
    read_log(log.path)
    assert hits() == {}


def test_writing_a_redirect_and_moving_a_post_there_mend(publication):
    add({Miss("/en/old/", DAY, ""): 1, Miss("/en/posts/world/there/", DAY, ""): 1})
    save_redirect("/en/old/", target="https://other.example/", by=None)
    save_post(make_post(slug="here"), content(slug="there"), by=None)
    assert hits() == {}


def test_a_scan_pushes_nothing_out_that_is_asked_for_often(monkeypatch, publication):
    monkeypatch.setattr(store, "MOST_PATHS", 20)
    monkeypatch.setattr(store, "_MOST_NEW", 15)
    add({Miss("/en/often/", DAY, ""): 9, Miss(NOISE, DAY, ""): 1})
    MissedPath.objects.filter(path="/en/often/").update(is_ignored=True)
    for batch in range(4):
        add({Miss(f"/scan/{batch}/{number}/", DAY, ""): 1 for number in range(40)})
    assert MissedPath.objects.count() == 20
    assert hits()["/en/often/"] == 9
    assert hits()[NOISE] == 1
    assert DailyMisses.objects.count() == 20


def test_a_batch_costs_the_same_however_large(publication, django_assert_num_queries):
    add({Miss("/a/", DAY, ""): 1})
    few = {Miss("/a/", DAY, "x.example/"): 1, Miss("/b/", DAY, ""): 1}
    with django_assert_num_queries(9):
        add(few)
    with django_assert_num_queries(9):
        add({Miss(f"/{number}/", DAY, ""): 1 for number in range(500)} | few)


def test_the_pages_that_led_there_most_are_kept(publication):
    add({Miss("/a/", DAY, f"{number:02}.example/"): number + 1 for number in range(30)})
    referrers = MissedPath.objects.get().referrers
    assert len(referrers) == store.MOST_REFERRERS
    assert "29.example/" in referrers


def test_old_days_go(publication):
    today = timezone.now().date()
    old = today - timedelta(days=store.KEPT_DAYS + 1)
    add({Miss("/old/", old, ""): 1, Miss("/both/", old, ""): 1, Miss("/both/", today, ""): 1})
    forget_old()
    assert hits() == {"/both/": 2}
    assert DailyMisses.objects.get().day == today


# ------------------------------------------------------------------ the middleware


@pytest.fixture
def no_log(settings, client):
    """A site without an access log, which writes whenever somebody asks."""
    settings.ACCESS_LOG = None
    return client


def test_without_a_log_the_middleware_counts(no_log, publication, monkeypatch):
    monkeypatch.setattr(memory, "SECONDS", 0.0)
    no_log.get("/en/old/", headers={"Referer": "http://127.0.0.1:8000/en/?q=x"})
    no_log.get("/wp-login.php")
    no_log.get("/en/posts")  # a slash is all that is missing: it leads there
    no_log.get("/en/")
    assert hits() == {"/en/old/": 1, NOISE: 1}


def test_a_miss_writes_nothing_by_itself(no_log, publication, django_assert_num_queries):
    no_log.get("/en/old/")
    with django_assert_num_queries(0):
        middleware = MissesMiddleware(lambda _request: HttpResponse(status=404))
        for number in range(5_000):
            middleware(RequestFactory().get(f"/en/{number}/"))
    assert len(middleware.memory._counted) == memory.MOST


def test_what_came_together_is_written_at_once(no_log, publication, monkeypatch):
    middleware = MissesMiddleware(lambda _request: HttpResponse(status=404))
    for _time in range(3):
        middleware(RequestFactory().get("/en/old/"))
    assert hits() == {}
    monkeypatch.setattr(middleware.memory, "_since", time.monotonic() - 61)
    middleware.get_response = lambda _request: HttpResponse()
    middleware(RequestFactory().get("/en/"))
    assert hits() == {"/en/old/": 3}


def test_no_request_fails_for_it(no_log, publication, monkeypatch):
    def broken(_counted):
        raise DatabaseError

    monkeypatch.setattr(memory, "add", broken)
    monkeypatch.setattr(memory, "SECONDS", 0.0)
    assert no_log.get("/en/old/").status_code == 404


def test_with_a_log_it_is_not_there(settings, tmp_path):
    settings.ACCESS_LOG = tmp_path / "access.log"
    with pytest.raises(MiddlewareNotUsed):
        MissesMiddleware(lambda _request: HttpResponse())


# ------------------------------------------------------- what our own web server tells


def told(status, referer):
    """What its log says of where somebody came from."""
    from gunicorn.config import Config

    class Answer:
        headers: list = []
        sent = 0

    Answer.status = status
    environ = {
        "HTTP_REFERER": referer,
        "REQUEST_METHOD": "GET",
        "RAW_URI": "/",
        "SERVER_PROTOCOL": "",
    }
    request = type("Asked", (), {"headers": []})()
    atoms = MissesLogger(Config()).atoms(Answer, request, environ, timedelta())
    return atoms["missed_from"]


def test_it_tells_where_somebody_came_from_of_misses_alone():
    assert "%(missed_from)s" in FORMAT
    assert told("404 Not Found", "https://a.example/b?c=d") == "https://a.example/b"
    assert told("404 Not Found", "") == "-"
    assert told("200 OK", "https://a.example/b") == "-"


@pytest.mark.parametrize(
    ("referer", "kept"),
    [
        ("https://me:word@a.example:1/b?c#d", "https://a.example/b"),
        ('https://a.example/"x y', "https://a.example/%22x%20y"),
        ("about:blank", ""),
        ("https://[", ""),
    ],
)
def test_it_tells_a_page_and_no_more(referer, kept):
    assert without_query(referer) == kept
