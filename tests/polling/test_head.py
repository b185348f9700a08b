import pytest

from tests.factories import make_post
from tests.polling.polls import settle

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_has_the_headers_of_get_and_no_body(poll, coding):
    make_post()
    got = poll(accept_encoding=coding)
    head = poll(method="head", accept_encoding=coding)
    assert head.status_code == 200
    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)
    assert int(head.headers["Content-Length"]) == len(got.content) > 0


def test_is_answered_304_too(poll):
    make_post()
    before = settle(poll)
    for sent in (
        {"if_none_match": before.headers["ETag"]},
        {"if_modified_since": before.headers["Last-Modified"]},
    ):
        assert poll(method="head", **sent).status_code == 304


def test_a_delta_has_a_head(poll):
    make_post()
    before = poll()
    make_post()
    asked = {"a_im": "feed", "if_none_match": before.headers["ETag"]}
    got, head = poll(**asked), poll(method="head", **asked)
    assert head.status_code == got.status_code == 226
    assert dict(head.headers) == dict(got.headers)
