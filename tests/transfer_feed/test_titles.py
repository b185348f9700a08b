"""Titles of RSS are plain text, however often they were escaped."""

import pytest

from transfer.feed import parse

from .samples import rss


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Plain", "Plain"),
        ("  Two\n lines ", "Two lines"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("It&amp;rsquo;s", "It’s"),
        ("&lt;b&gt;Bo&lt;/b&gt;ld", "Bold"),
        ("A&lt;br/&gt;B", "A B"),
        ("<![CDATA[<em>New</em> &amp; old]]>", "New & old"),
        ("Why &lt;video&gt; won", "Why <video> won"),
        ("1 &lt; 2 &gt; 0", "1 < 2 > 0"),
        ("List&lt;String&gt;", "List<String>"),
        ("AT&T", "AT&T"),
        ("", ""),
    ],
)
def test_plain(written, title):
    assert parse(rss(f"<title>{written}</title>")).entries[0].title == title
