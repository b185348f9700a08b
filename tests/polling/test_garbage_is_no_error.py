"""Whatever a client sends, it gets a feed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.formats.rss import Rss
from posts.models import Post
from tests.factories import make_post

pytestmark = pytest.mark.django_db

HEADERS = ["if_none_match", "if_modified_since", "a_im", "accept_encoding", "range", "if_match"]
GARBAGE = [
    "",
    " ",
    '"',
    '""',
    "W/",
    'W/"',
    ",,,",
    '"a,b"',
    "-",
    '"--"',
    '"zz-zz-zz"',
    f'"{"f" * 500}-0-0"',
    "0",
    "-1",
    "Thu, 99 Foo 2026 99:99:99 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Mon, 01 Jan 0001 00:00:00 GMT",
    "bytes=0-1",
    "feed;q=x",
    "gzip;q=1e999",
    "é\x7f",
    "x" * 5000,
]


@pytest.mark.parametrize("form", [Rss], indirect=True)
@pytest.mark.parametrize("header", HEADERS)
def test_nonsense(poll, header):
    make_post()
    for value in GARBAGE:
        for archive in (False, True):
            sent = {header: value, "a_im": value if header == "a_im" else "feed"}
            answer = poll.archive("2026-04", **sent) if archive else poll(**sent)
            assert answer.status_code == 200, value


def test_a_tag_of_ours_with_an_impossible_time(poll):
    make_post()
    _time, rest = poll().headers["ETag"].strip('"').split("-", 1)
    for time in ("", "0", "-5", "g", "f" * 40, "1e5", " 1", "1_0"):
        answer = poll(if_none_match=f'"{time}-{rest}"', a_im="feed")
        assert answer.status_code in (200, 226)


@given(values=st.dictionaries(st.sampled_from(HEADERS), st.text(max_size=80)))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_anything(client, values):
    if not Post.objects.exists():
        make_post()
    headers = {name.replace("_", "-"): value for name, value in values.items()}
    assert client.get("/en/index.xml", headers=headers).status_code in (200, 226, 304)
