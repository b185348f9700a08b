"""Plain text out of HTML, and text that XML can hold."""

import pytest

from safeguards.text import plain_text, xml_safe


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two<br>lines</p>\n<ul><li>a</li><li>b</li></ul>", "One. Two lines a b"),
        ("in<b>ter</b>nal <em>stress</em>", "internal stress"),
        ("&lsquo;AT&amp;T&rsquo;&nbsp;&#8212; caf&eacute; &amp;amp;", "‘AT&T’ — café &amp;"),
        ("a < b, 5 > 4 and <3", "a < b, 5 > 4 and <3"),
        ("<script>x()</script><style>p{}</style>seen<!-- not -->", "seen"),
        ('<p title="a > b">x', "x"),
        ("  plain \n text　中 ", "plain text 中"),
        ("a&#0;b\x0b&#11;c", "a\ufffdbc"),
        ("", ""),
        ("text <unfinished", "text <unfinished"),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_xml_safe_drops_what_no_xml_document_can_hold() -> None:
    assert xml_safe("a\0b\x08\x0b\x0c\x1f\ud800\ufffe\uffffc") == "abc"
    kept = "\t\n\r \x7f\x85\u2028\ufffd\U0001f600中"
    assert xml_safe(kept) == kept
