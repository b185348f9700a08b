"""Atom 1.0 and 0.3."""

from datetime import UTC, datetime

import pytest

from transfer.feed import parse

from .samples import atom


def only(data):
    (entry,) = parse(data).entries
    return entry


def test_a_whole_entry():
    entry = only(
        atom(
            """<title type="html">Salt &amp;amp; &lt;i&gt;pepper&lt;/i&gt;</title>
            <id>urn:uuid:1</id>
            <link rel="self" href="https://a.example/1.atom"/><link href="https://a.example/1"/>
            <published>2026-03-03T08:00:00Z</published><updated>2026-03-04T08:00:00Z</updated>
            <author><name>A. One</name><email>one@a.example</email></author>
            <author><name>B. Two</name></author>
            <category term="spice" label="Spice Trade"/>
            <category term="food" scheme="https://a.example/categories/"/>
            <summary>Short &lt; long</summary>
            <content type="html">&lt;p&gt;All&lt;/p&gt;</content>"""
        )
    )
    assert entry.title == "Salt & pepper"
    assert (entry.guid, entry.guid_is_permalink) == ("urn:uuid:1", False)
    assert entry.link == "https://a.example/1"
    assert entry.published == datetime(2026, 3, 3, 8, tzinfo=UTC)
    assert entry.updated == datetime(2026, 3, 4, 8, tzinfo=UTC)
    assert entry.authors == ("A. One", "B. Two")
    assert (entry.categories, entry.tags) == (("food",), ("Spice Trade",))
    assert (entry.summary, entry.content) == ("Short < long", "<p>All</p>")


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("<content>a &lt; b\n\nc</content>", "<p>a &lt; b</p>\n<p>c</p>"),
        ('<content type="text">1\n2</content>', "<p>1<br>2</p>"),
        ('<content type="html">&lt;p> x &amp;amp; y</content>', "<p> x &amp; y"),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/>&lt;y</p></div>'
            "</content>",
            "<p>x<br>&lt;y</p>",
        ),
        (
            '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">&lt;b></h:div></content>',
            "&lt;b&gt;",
        ),
        ("<summary>only this</summary>", "<p>only this</p>"),
    ],
)
def test_every_kind_of_content_becomes_html(content, html):
    assert only(atom(content)).content == html


def test_content_that_cannot_be_read_is_noted():
    entry = only(
        atom(
            '<content type="image/png">aGk=</content>',
        )
    )
    assert entry.content == ""
    assert "image/png" in entry.notes[0]
    entry = only(atom('<content type="image/png" src="https://a.example/x.png"/>'))
    assert "elsewhere" in entry.notes[0]


def test_the_update_stands_in_for_a_missing_publication():
    entry = only(atom("<updated>2026-03-04T08:00:00Z</updated>"))
    assert entry.published == entry.updated == datetime(2026, 3, 4, 8, tzinfo=UTC)


def test_a_text_title_is_not_html():
    assert only(atom("<title>Use &lt;b&gt; &amp;amp; win</title>")).title == "Use <b> &amp; win"


def test_atom_0_3():
    feed = parse(
        b"""<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>Old</title>
        <entry><title>One</title><id>tag:a.example,2004:1</id><issued>2004-05-06T07:08:09+02:00</issued>
        <link rel="alternate" type="text/html" href="https://a.example/1"/>
        <content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>"""
    )
    (entry,) = feed.entries
    assert (feed.format, feed.title, feed.language) == ("Atom 0.3", "Old", "en")
    assert (entry.guid, entry.link, entry.content) == (
        "tag:a.example,2004:1",
        "https://a.example/1",
        "<p>x</p>",
    )
    assert entry.published.isoformat() == "2004-05-06T07:08:09+02:00"
