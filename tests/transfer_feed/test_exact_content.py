"""Content comes out byte for byte as it went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transfer.feed import parse

from .samples import rss


def content_of(encoded):
    (entry,) = parse(rss(f"<content:encoded>{encoded}</content:encoded>")).entries
    return entry.content


@pytest.mark.parametrize(
    ("encoded", "content"),
    [
        ("&lt;p>&amp;lsquo;x&amp;rsquo; &amp;amp;lt;&lt;/p>", "<p>&lsquo;x&rsquo; &amp;lt;</p>"),
        ("<![CDATA[<p>&lsquo;x&rsquo;</p>]]>", "<p>&lsquo;x&rsquo;</p>"),
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        ("  \n&lt;p> x&lt;/p>\n ", "  \n<p> x</p>\n "),
        ("&lt;p onclick='x'>&lt;script>1&lt;2&lt;/script>", "<p onclick='x'><script>1<2</script>"),
        ("&lt;P CLASS=a>&lt;br/>&lt;br />&lt;b>unclosed", "<P CLASS=a><br/><br /><b>unclosed"),
        ("a<!-- gone -->b", "ab"),
        ("a&#13;&#10;b\r\nc", "a\r\nb\nc"),
        ("&lt;a href='https://x.example/?a=1&amp;b=2'>", "<a href='https://x.example/?a=1&b=2'>"),
        ("&lt;a href='#top'>&lt;img src='data:x'>", "<a href='#top'><img src='data:x'>"),
    ],
)
def test_is_exact(encoded, content):
    assert content_of(encoded) == content


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="￾￿<")))
def test_any_text_is_exact(text):
    escaped = text.replace("&", "&amp;")
    assert content_of(escaped) == ("" if not text.strip() else text)
