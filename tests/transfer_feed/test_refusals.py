"""What is no feed, or not all of one, is refused with one line; nothing else escapes."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transfer.feed import NotAFeedError, parse
from transfer.feed.parse import MAX_BYTES

from .samples import atom, rss

LAUGHS = (
    b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 100 + b'">]>'
    b"<rss><channel><title>&b;</title></channel></rss>"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\xef\xbb\xbf", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"hello", "neither XML nor JSON"),
        (bytes(range(256)), "neither XML nor JSON"),
        (b"<!DOCTYPE html><html><head><title>x</title></head><body>", "HTML page"),
        (b"<!-- x --><HTML><p>unclosed", "HTML page"),
        (b"<urlset/>", "its root element is “urlset”"),
        (b"<rss><channel><a></b></channel></rss>", "not well-formed XML: .*line 1"),
        (b"<!DOCTYPE rss [", "incomplete"),
        (LAUGHS, "declares entities"),
        (LAUGHS.replace(b"ENTITY", b"entity"), "declares entities"),
        (
            b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
            "declares entities",
        ),
        (
            b'<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://x.example/"> %x;]><rss/>',
            "declares entities",
        ),
        (b"<rss>" + b"<a>" * 300 + b"</a>" * 300 + b"</rss>", "not well-formed"),
    ],
)
def test_is_refused_with_one_line(data, message):
    with pytest.raises(NotAFeedError, match=message) as caught:
        parse(data)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_too_large():
    with pytest.raises(NotAFeedError, match="larger than 50 MB"):
        parse(b" " * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    "data",
    [
        rss(
            "<title>One</title><description><![CDATA[<p>x</p>]]></description>", "<title>2</title>"
        ),
        atom('<title>One</title><content type="html">&lt;p&gt;</content>'),
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"}, {"id": "2"}]}',
    ],
)
def test_no_beginning_of_a_feed_is_taken_for_the_whole(data):
    whole = parse(data)
    for length in range(len(data)):
        try:
            feed = parse(data[:length])
        except NotAFeedError:
            continue
        # Nothing but the last `>` was missing.
        assert length == len(data) - 1
        assert feed == whole


def test_a_feed_without_entries_is_one():
    assert parse(rss()).entries == ()
    assert parse(atom()).entries == ()


def test_a_doctype_without_entities_is_passed_over():
    doctype = (
        b'<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://x.example/rss.dtd" [<!-- > -->]>'
    )
    assert (
        parse(doctype + b"<rss version='0.91'><channel><title>T</title></channel></rss>").title
        == "T"
    )


@given(st.binary())
def test_random_bytes(data):
    for beginning in (b"", b"<", b"<rss>", b"{", b"\xff\xfe<\0"):
        with pytest.raises(NotAFeedError):
            parse(beginning + data)


@given(st.data())
def test_a_damaged_feed_is_read_or_refused(data):
    whole = rss("<title>A &amp; B</title><description><![CDATA[<p>x</p>]]></description>")
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NotAFeedError):
        parse(bytes(damaged))
