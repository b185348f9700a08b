"""RSS in its dialects."""

from datetime import datetime, timedelta, timezone

import pytest

from transfer.feed import parse

from .samples import rss


def only(data):
    (entry,) = parse(data).entries
    return entry


def test_a_whole_item():
    entry = only(
        rss(
            """<title>Rates rise</title><link>https://paper.example/rates/</link>
            <guid isPermaLink="false">urn:x:1</guid>
            <pubDate>Tue, 03 Mar 2026 08:30:00 +0530</pubDate>
            <dc:creator>A. Writer</dc:creator>
            <description>Up &lt;b&gt;again&lt;/b&gt;.</description>
            <content:encoded><![CDATA[<p>Rates &amp; more</p>]]></content:encoded>
            <category domain="category">money</category><category domain="tag">Rates</category>"""
        )
    )
    assert entry.title == "Rates rise"
    assert entry.link == "https://paper.example/rates/"
    assert (entry.guid, entry.guid_is_permalink) == ("urn:x:1", False)
    offset = timezone(timedelta(hours=5, minutes=30))
    assert entry.published == datetime(2026, 3, 3, 8, 30, tzinfo=offset)
    assert entry.published.utcoffset() == timedelta(hours=5, minutes=30)
    assert entry.authors == ("A. Writer",)
    assert entry.summary == "Up again."
    assert entry.content == "<p>Rates &amp; more</p>"
    assert (entry.categories, entry.tags) == (("money",), ("Rates",))
    assert entry.notes == ()


def test_the_channel():
    feed = parse(
        rss(
            channel="""<title>Paper</title><link>https://paper.example/</link><language>zh</language>
            <description>All &amp; sundry</description><author>The desk</author>
            <atom:link rel="self" href="https://paper.example/index.xml"/>"""
        )
    )
    assert (feed.format, feed.title, feed.language) == ("RSS 2.0", "Paper", "zh")
    assert (feed.link, feed.self_link) == (
        "https://paper.example/",
        "https://paper.example/index.xml",
    )
    assert (feed.description, feed.author, feed.entries) == ("All & sundry", "The desk", ())


def test_a_lone_description_is_the_content():
    entry = only(rss("<description>&lt;p&gt;All of it.&lt;/p&gt;</description>"))
    assert (entry.content, entry.summary) == ("<p>All of it.</p>", None)


@pytest.mark.parametrize(
    ("description", "summary"),
    [
        ("&lt;p&gt;One.&lt;/p&gt;\n&lt;p&gt;AT&amp;amp;T&lt;/p&gt;", "One. AT&T"),
        ("\n One.\nTwo — 1 &lt; 2 &amp; 3. ", "One.\nTwo — 1 < 2 & 3."),
        (" ", None),
    ],
)
def test_a_summary_is_plain_text(description, summary):
    item = f"<content:encoded>x</content:encoded><description>{description}</description>"
    assert only(rss(item)).summary == summary


def test_an_empty_content_counts_as_missing():
    entry = only(rss("<content:encoded/><description>Short.</description>"))
    assert (entry.content, entry.summary) == ("Short.", None)


@pytest.mark.parametrize(
    ("item", "guid", "is_permalink", "link"),
    [
        ("<guid>https://a.example/1</guid>", "https://a.example/1", True, "https://a.example/1"),
        ("<guid>17</guid><link>https://a.example/1</link>", "17", False, "https://a.example/1"),
        ("<link>https://a.example/1</link>", "https://a.example/1", True, "https://a.example/1"),
        ('<guid isPermaLink="false">https://a.example/1</guid>', "https://a.example/1", False, ""),
        ("<link>/1</link>", "https://paper.example/1", True, "https://paper.example/1"),
        ("<link>javascript:alert(1)</link>", "", False, ""),
        ("", "", False, ""),
    ],
)
def test_identity_and_link(item, guid, is_permalink, link):
    entry = only(rss(item))
    assert (entry.guid, entry.guid_is_permalink, entry.link) == (guid, is_permalink, link)


def test_rdf_items_stand_beside_the_channel():
    feed = parse(
        b"""<rdf:RDF xmlns="http://purl.org/rss/1.0/"
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://a.example/"><title>Old</title></channel>
        <item rdf:about="https://a.example/1"><title>One</title><dc:date>2005-02-03</dc:date>
        <dc:subject>History</dc:subject></item></rdf:RDF>"""
    )
    (entry,) = feed.entries
    assert (feed.format, feed.title) == ("RSS 1.0", "Old")
    assert (entry.title, entry.guid, entry.link) == (
        "One",
        "https://a.example/1",
        "https://a.example/1",
    )
    assert entry.tags == ("History",)
    assert entry.published.date().isoformat() == "2005-02-03"


def test_another_namespace_of_rss_is_rss():
    feed = parse(
        b'<rss version="2.0" xmlns="http://backend.userland.com/RSS2"><channel><title>T</title>'
        b"<item><title>One</title></item></channel></rss>"
    )
    assert [entry.title for entry in feed.entries] == ["One"]


def test_markup_that_nobody_escaped_is_content():
    entry = only(rss("<description><p>A <b>b</b> &amp; c<br/></p></description>"))
    assert entry.content == "<p>A <b>b</b> &amp; c<br></p>"


def test_entries_keep_the_order_of_the_feed():
    feed = parse(rss("<title>b</title>", "<title>a</title>", "<title>b</title>"))
    assert [entry.title for entry in feed.entries] == ["b", "a", "b"]
