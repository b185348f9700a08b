"""libcurl sends a date of its own beside an ETag and drops an answer dated no later than that.

So do newsboat, and sfeed as its README advises: an edit in the second of their last poll would be
lost to them, for they keep the new ETag.
"""

import pytest
from django.utils.http import http_date, parse_http_date

from tests.factories import make_post
from tests.polling.polls import edit, settle

pytestmark = pytest.mark.django_db


def dropped_by_libcurl(answer, date):
    said = answer.headers.get("Last-Modified")
    return said is not None and parse_http_date(said) <= parse_http_date(date)


@pytest.mark.parametrize("later", [0, 1, 3600])
def test_also_when_its_date_is_as_late_as_the_change(poll, later):
    post = make_post()
    before = settle(poll)
    edit(post, title="Changed")
    etag = before.headers["ETag"]
    date = http_date(parse_http_date(before.headers["Last-Modified"]) + later)
    for answer in (
        poll(if_none_match=etag, if_modified_since=date),
        poll(if_none_match=etag, if_modified_since=date, a_im="feed"),
    ):
        assert b"Changed" in answer.content
        assert not dropped_by_libcurl(answer, date)


def test_a_304_always_says_its_date(poll):
    make_post()
    before = settle(poll)
    date = http_date(parse_http_date(before.headers["Last-Modified"]) + 3600)
    again = poll(if_none_match=before.headers["ETag"], if_modified_since=date)
    assert again.status_code == 304
    assert again.headers["Last-Modified"] == before.headers["Last-Modified"]
