import pytest

from edge.coding import best_coding
from tests.factories import make_post, make_publication
from tests.polling.polls import plain, settle

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_is_what_the_client_accepts(poll, coding):
    make_post(body="<p>" + "Long. " * 500 + "</p>")
    whole, packed = poll(), poll(accept_encoding=coding)
    assert packed.headers["Content-Encoding"] == coding
    assert plain(packed) == whole.content
    assert int(packed.headers["Content-Length"]) == len(packed.content) < len(whole.content)
    assert "Content-Encoding" not in whole.headers


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_each_coding_has_an_etag_that_is_accepted_back(poll, coding):
    make_post()
    before = settle(poll)
    packed = poll(accept_encoding=coding)
    again = poll(accept_encoding=coding, if_none_match=packed.headers["ETag"])
    assert again.status_code == 304
    # A cache finds by it which of its copies is meant (RFC 9111 §4.3.4).
    assert again.headers["ETag"] == packed.headers["ETag"]
    assert (packed.headers["ETag"] == before.headers["ETag"]) is (coding == "")


def test_a_date_alone_is_answered_with_the_etag_of_the_coding(poll):
    make_post()
    before = settle(poll)
    again = poll(accept_encoding="gzip", if_modified_since=before.headers["Last-Modified"])
    assert again.status_code == 304
    assert again.headers["ETag"] == poll(accept_encoding="gzip").headers["ETag"]


def test_a_copy_in_another_coding_is_not_confirmed(poll):
    """A cache that holds the gzip of a feed must not hand it to who cannot read it."""
    make_post()
    packed = poll(accept_encoding="gzip")
    assert poll(if_none_match=packed.headers["ETag"]).status_code == 200
    assert poll(accept_encoding="br", if_none_match=packed.headers["ETag"]).status_code == 200


def test_the_smallest_feed_has_the_same_etag_with_and_without_content(poll):
    make_publication("en", name="N", description="", byline="B")
    packed = poll(accept_encoding="gzip")
    again = poll(accept_encoding="gzip", if_none_match=packed.headers["ETag"])
    assert again.headers["ETag"] == packed.headers["ETag"]


def test_a_delta_is_compressed_as_well(poll):
    make_post()
    before = poll(accept_encoding="br")
    make_post()
    delta = poll(accept_encoding="br", a_im="feed", if_none_match=before.headers["ETag"])
    assert delta.status_code == 226
    assert delta.headers["Content-Encoding"] == "br"
    assert int(delta.headers["Content-Length"]) == len(delta.content)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", "identity"),
        ("identity", "identity"),
        ("gzip", "gzip"),
        ("deflate, gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP;q=1.0, BR;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=0, *", "gzip"),
        ("x-unknown", "identity"),
        ("gzip;q=nonsense", "identity"),
        ("gzip;q=nan", "identity"),
        (";;,,=", "identity"),
    ],
)
def test_the_choice(accepted, coding):
    assert best_coding(accepted) == coding
