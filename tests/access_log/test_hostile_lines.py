"""Nobody stops the reading by what they have written to the log."""

import re
import time

import pytest

from edge.access_log import follow
from edge.access_log.counters import register
from edge.access_log.lines import parse_line

from .log import line

pytestmark = pytest.mark.django_db


@pytest.fixture
def targets(counting):
    """The targets that a counter was given."""
    given = []
    register("All", lambda requests: len(given.extend(one.target for one in requests) or requests))
    return given


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\0" * 500,
        b"\xff\xfe\xfd",
        b"\r",
        b'- - - [24/Nov/2026:07:00:01 +0000] "GET /cut HTTP/1.1" 2',
        "日".encode() * 1000,
        b'"' * 60_000,
        b"[" * 60_000,
        b"\\" * 60_000,
        b'- - - [24/Nov/2026:07:00:01 +0000] "' + b'\\"' * 40_000,
    ],
    ids=range(10),
)
def test_what_stands_beside_them_is_read(log, targets, bad):
    log.write(line("/before"), bad, line("/after"))
    start = time.perf_counter()
    follow.read_log(log.path)
    assert targets == ["/before", "/after"]
    assert time.perf_counter() - start < 2


def test_a_giant_line_is_passed_over(log, targets):
    log.write(line("/before"), line(f"/{'x' * 200_000}"), line("/after"))
    follow.read_log(log.path)
    assert targets == ["/before", "/after"]


def test_one_that_is_longer_than_a_batch(log, targets, monkeypatch):
    monkeypatch.setattr(follow, "_STEP", 1000)
    log.write(line("/before"), b"x" * 5500, line("/after"), line("/later"))
    follow.read_log(log.path)
    assert [target for target in targets if target != "/after"] == ["/before", "/later"]
    assert follow.read_log(log.path).lines == 0


@pytest.mark.parametrize(
    ("target", "read"),
    [
        ("/a%00b", "/a%00b"),
        ("/%ff%fe/", "/%ff%fe/"),
        ("/en/../../etc/passwd", "/en/../../etc/passwd"),
        ("https://news.example/en/", "/en/"),
        ("/en/?from=https://other.example/x", "/en/?from=https://other.example/x"),
        ("/http://other.example/en/", "/http://other.example/en/"),
        ("//other.example/en/", "//other.example/en/"),
        ("*", "*"),
    ],
)
def test_targets_stay_as_they_came(target, read):
    assert parse_line(line(target)).target == read


def test_nobody_writes_a_status_of_their_own():
    forged = line("/missing", 404, agent=r"x\" 200 9 \"-\" \"Mozilla/5.0")
    assert parse_line(forged).status == 404
    assert parse_line(line(r"/a\"%20200%209%20\"-\"", 404)).status == 404
    cut = line("/missing", 404, agent="x\\")  # gunicorn escapes quotation marks alone
    assert parse_line(cut) is None or parse_line(cut).status == 404


@pytest.mark.parametrize("year", ["0001", "1970", "1989"])
def test_clocks_that_were_never_set(year):
    assert parse_line(re.sub(r"/\d{4}:", f"/{year}:", line())) is None
