"""Dates are read with the offset they were written with."""

import pytest

from transfer.feed import parse
from transfer.feed.dates import read_date

from .samples import rss


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sun, 26 Apr 2026 14:00:00 +0800", "2026-04-26T14:00:00+08:00"),
        ("Sun, 26 Apr 2026 14:00:00 GMT", "2026-04-26T14:00:00+00:00"),
        ("26 Apr 26 14:00 EST", "2026-04-26T14:00:00-05:00"),
        ("26 Apr 99 14:00 Z", "1999-04-26T14:00:00+00:00"),
        ("Sunday, 26 April 2026 2:05 PM +01:00", "2026-04-26T14:05:00+01:00"),
        ("Sun, 6 Sept 2026 12:00:00 AM -0330", "2026-09-06T00:00:00-03:30"),
        ("Sun Apr 26 14:00:00 2026", "2026-04-26T14:00:00+00:00"),
        ("Sun Apr 26 14:00:00 HKT 2026", "2026-04-26T14:00:00+08:00"),
        ("April 26, 2026", "2026-04-26T00:00:00+00:00"),
        ("14:00 26 April 2026", "2026-04-26T14:00:00+00:00"),
        ("Sun, 26 Apr 2026 14:00:00 +0800 (CST)", "2026-04-26T14:00:00+08:00"),
        ("Sun, 26 Apr 2026 14:00:00 GMT+8", "2026-04-26T14:00:00+08:00"),
        ("26-Apr-2026 14:00:00", "2026-04-26T14:00:00+00:00"),
        ("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59+00:00"),
        ("2026-04-26T14:00:00+08:00", "2026-04-26T14:00:00+08:00"),
        ("2026-04-26t14:00:00.5z", "2026-04-26T14:00:00.500000+00:00"),
        ("2026-04-26T14:00", "2026-04-26T14:00:00+00:00"),
        ("2026-04-26T24:00:00Z", "2026-04-27T00:00:00+00:00"),
        ("2026-04-26 14:00:00 -0500", "2026-04-26T14:00:00-05:00"),
        ("2026-04-26", "2026-04-26T00:00:00+00:00"),
        ("20260426T140000Z", "2026-04-26T14:00:00+00:00"),
        ("2026/4/26 9:05", "2026-04-26T09:05:00+00:00"),
        ("2026年4月26日 14:00", "2026-04-26T14:00:00+00:00"),
    ],
)
def test_read(text, date):
    assert read_date(text).isoformat() == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026",
        "2026-04",
        "April 2026",
        "04/05/2026",
        "2026-13-01",
        "2026-02-30T00:00:00Z",
        "2026-04-26T25:00:00Z",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "2026-04-26T14:00:00+99:99",
        "9" * 10_000,
        "Sun, 26 Apr 99999 14:00:00 GMT",
        "٢٦ Apr",
    ],
)
def test_not_read(text):
    assert read_date(text) is None


def test_a_date_that_cannot_be_read_is_noted():
    (entry,) = parse(rss("<pubDate>some day</pubDate>")).entries
    assert entry.published is None
    assert entry.notes == ("The date “some day” cannot be read.",)
