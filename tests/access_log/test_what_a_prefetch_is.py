"""A browser says with Sec-Purpose that nobody has asked to see the page yet."""

import pytest

from edge.access_log.lines import parse_line

from .log import line


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [("-", False), ("", False), ("prefetch", True), ("prefetch;prerender", True), ("x", False)],
)
def test_what_our_web_server_writes(purpose, expected):
    assert parse_line(line(purpose=purpose)).is_prefetch is expected


@pytest.mark.parametrize("tail", ["", " 1200", ' "198.51.100.7"', ' 0.002 "-"'])
def test_other_servers_write_other_things_there(tail):
    whole = '- - - [24/Nov/2026:07:00:01 +0000] "GET /prefetch HTTP/1.1" 200 5 "-" "prefetch/1"'
    assert not parse_line(whole + tail).is_prefetch
