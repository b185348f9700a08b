"""The encoding is found, whatever the declaration claims."""

import codecs

import pytest

from transfer.feed import parse

DOCUMENT = '<?xml version="1.0"{declared}?><rss><channel><title>{title}</title></channel></rss>'


def document(title, declared=""):
    return DOCUMENT.format(title=title, declared=f' encoding="{declared}"' if declared else "")


@pytest.mark.parametrize(
    ("data", "content_type", "title"),
    [
        (document("é中").encode(), None, "é中"),
        (codecs.BOM_UTF8 + document("é", "iso-8859-1").encode(), None, "é"),
        (b"\n \n" + document("é", "utf-8").encode(), None, "é"),
        (document("é", "utf-16").encode(), None, "é"),
        (document("é", "utf-16").encode("utf-16"), None, "é"),
        (document("é").encode("utf-16-le"), None, "é"),
        (document("é").encode("utf-32"), None, "é"),
        (document("é", "iso-8859-1").encode("iso-8859-1"), None, "é"),
        (document("“x”", "iso-8859-1").encode("cp1252"), None, "“x”"),
        (document("中文", "gb2312").encode("gb18030"), None, "中文"),
        (document("テスト", "shift_jis").encode("shift_jis"), None, "テスト"),
        (document("é").encode("iso-8859-1"), "text/xml; charset=ISO-8859-1", "é"),
        (document("中").encode(), "text/xml; charset=us-ascii", "中"),
        (document("中").encode(), "text/xml; charset=iso-8859-1", "中"),
        (document("é", "no-such").encode(), 'text/xml; charset="nonsense"', "é"),
        (document("é", "rot13").encode(), None, "é"),
        (document("é", "base64").encode(), None, "é"),
        (document("é“").encode("cp1252"), None, "é“"),
    ],
)
def test_found(data, content_type, title):
    assert parse(data, content_type=content_type).title == title


def test_a_broken_character_does_not_spoil_the_others():
    feed = parse(document("中文字符很多X").encode().replace(b"X", b"\xff"))
    assert feed.title == "中文字符很多\ufffd"
    assert "replaced" in feed.notes[0]
