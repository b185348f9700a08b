"""XML that is nearly well-formed is mended, and what is well-formed is not touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from transfer.feed.heal import heal


@pytest.mark.parametrize(
    ("broken", "healed"),
    [
        ("<a>&lsquo;x&rsquo; &nbsp;</a>", "<a>‘x’ \u00a0</a>"),
        ("<a>&amp;lsquo; &lt; &#8217; &#x2019;</a>", "<a>&amp;lsquo; &lt; &#8217; &#x2019;</a>"),
        ("<a>AT&T & &; &# &unknown;</a>", "<a>AT&amp;T &amp; &amp;; &amp;# &amp;unknown;</a>"),
        ("<a>&LT;b&GT; &AMP;</a>", "<a>&lt;b&gt; &amp;</a>"),
        ('<a href="?b=1&c=2&copy=3"/>', '<a href="?b=1&amp;c=2&amp;copy=3"/>'),
        ('<a b="&QUOT;"/>', '<a b="&quot;"/>'),
        ("<a>1 < 2 <3</a>", None),
        ("<a>x\x00\x0b\x1f\ufffey</a>", "<a>xy</a>"),
        ("<a>&#0;&#11;&#xFFFF;&#xD800;&#99999999999;</a>", "<a></a>"),
        ("<a>&#146;&#X41;</a>", "<a>’&#x41;</a>"),
        ("<a>&#xD83D;&#xDE80; &#55357;&#56960;</a>", "<a>&#128640; &#128640;</a>"),
        ("<a><![CDATA[&lsquo; & <3]]>&lsquo;</a>", "<a><![CDATA[&lsquo; & <3]]>‘</a>"),
        ("<a><!-- & &lsquo; <3 -->&</a>", "<a><!-- & &lsquo; <3 -->&amp;</a>"),
        ("<a>]]></a>", "<a>]]&gt;</a>"),
        (" <?xml version='1.0'?><!-- x --><a/>", "<a/>"),
        ("<?xml version='1.0'?>\n<!DOCTYPE a\n>\n<a/>", "\n\n\n<a/>"),
        ("<a></a", "<a></a>"),
        ("<a><dc:b/></a>", '<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:b/></a>'),
        ('<a x:b="1"/>', '<a xmlns:x="urn:undeclared:x" x:b="1"/>'),
        ('<a xmlns:x=" urn:x "/>', '<a xmlns:x="urn:x"/>'),
    ],
)
def test_mended(broken, healed):
    if healed is None:
        assert etree.fromstring(heal(broken)).text == "1 < 2 <3"
    else:
        assert heal(broken) == healed
        etree.fromstring(heal(broken))


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="￾￿")
)


@given(TEXT, TEXT, TEXT)
def test_what_is_well_formed_stays(text, attribute, cdata):
    root = etree.Element("a")
    root.text = text
    child = etree.SubElement(root, "b", c=attribute)
    child.text = etree.CDATA(cdata.replace("]]>", ""))
    child.tail = text
    source = etree.tostring(root, encoding="unicode")
    assert heal(source) == source
