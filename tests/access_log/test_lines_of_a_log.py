"""Lines as gunicorn (with our format), Apache, nginx and varnishncsa write them."""

from datetime import date

import pytest

from edge.access_log.lines import parse_line

LINES = {
    "gunicorn": '- - - [24/Nov/2026:07:00:01 +0000] "GET /en/index.xml HTTP/1.1" 304 0 '
    '"-" "a/1" 91',
    "apache": '203.0.113.9 - ann [24/Nov/2026:07:00:01 +0000] "GET /en/index.xml HTTP/1.1" 304 - '
    '"https://x.example/" "a/1"',
    "nginx": '2001:db8::1 - - [24/Nov/2026:07:00:01 +0000] "GET /en/index.xml HTTP/2.0" 304 0 '
    '"-" "a/1" "198.51.100.7"',
    "varnish": "203.0.113.9 - - [24/Nov/2026:07:00:01 +0000] "
    '"GET http://news.example/en/index.xml HTTP/1.1" 304 0 "-" "a/1"',
}


@pytest.mark.parametrize("server", LINES)
def test_what_each_server_writes(server):
    request = parse_line(LINES[server])
    assert (request.day, request.method) == (date(2026, 11, 24), "GET")
    assert (request.target, request.status, request.sent) == ("/en/index.xml", 304, 0)
    assert request.agent == "a/1"


def test_days_are_those_of_utc():
    line = '- - - [01/Jan/2027:07:59:59 +0800] "GET / HTTP/1.1" 200 5 "-" "a"'
    assert parse_line(line).day == date(2026, 12, 31)


def test_quotation_marks_in_a_user_agent():
    line = r'- - - [01/Jan/2027:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "a \"b\" \\ c" 9'
    assert parse_line(line).agent == r'a "b" \ c'


@pytest.mark.parametrize(
    "line",
    [
        "",
        "news",
        '{"status": 200}',
        '- - - [24/Nov/2026:07:00:01 +0000] "" 400 0 "-" "-"',
        '- - - [24/Nov/2026:07:00:01 +0000] "\\x16\\x03\\x01" 400 0 "-" "-"',
        '- - - [31/Feb/2026:07:00:01 +0000] "GET / HTTP/1.1" 200 0 "-" "-"',
        '- - - [24/Xxx/2026:07:00:01 +0000] "GET / HTTP/1.1" 200 0 "-" "-"',
        '- - - [01/Jan/0001:00:00:01 +2300] "GET / HTTP/1.1" 200 0 "-" "-"',
        '- - - [24/Nov/2026:07:00:01 +9999] "GET / HTTP/1.1" 200 0 "-" "-"',
        '- - - [24/Nov/2026:07:00:01 +0000] "GET / HTTP/1.1" 200 0 "-" "no end',
        '203.0.113.9 - - [24/Nov/2026:07:00:01 +0000] "GET / HTTP/1.1" 200 0',
        "[" * 50_000,
        '"' * 50_000,
    ],
)
def test_other_lines_are_passed_over(line):
    assert parse_line(line) is None
