"""What holds for any input, tried on thousands of malicious ones."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from safeguards.html import sanitise
from safeguards.policy import ELEMENTS, GLOBAL_ATTRIBUTES, REQUIRED
from safeguards.references import resolve
from safeguards.text import xml_safe

from .seen import seen, seen_tags

ELEMENT = st.sampled_from(
    [*sorted(ELEMENTS), "script", "style", "svg", "math", "form", "select", "title", "noscript",
     "textarea", "template", "object", "mglyph", "desc", "x", "font", "nobr", "body", "P", "button"]
)  # fmt: skip
REFERENCE = st.sampled_from(
    ["&lsquo;", "&amp;", "&lt", "&lt;", "&quot;", "&#34;", "&#34", "&#0;", "&#11", "&#x80;", "&",
     "&copy", "&notit;", "&nbsp;", "&Tab;", "&NewLine;", "&#13;", "&colon;", "&#xFDD0;", "&amp;lt;"]
)  # fmt: skip
PIECE = st.sampled_from(
    ['"', "'", "`", "=", ">", "<", "/", " ", "\n", "\r", "\0", "\x0b", "\x0c", "\ufeff", "\ud800",
     "<!--", "-->", "--!>", "<!", "<?", "</", "]]>", "<![CDATA[", "a", "é", "中", "javascript:",
     "onclick=x", 'title="', "href=", " id=x", ' style="text-align:right"', "\xa0", "&#", ";"]
)  # fmt: skip
VALUE = st.lists(st.one_of(PIECE, REFERENCE), max_size=4).map("".join)
NAME = st.sampled_from(
    [*sorted(GLOBAL_ATTRIBUTES), "href", "src", "cite", "style", "align", "onclick", "type",
     "disabled", "checked", "HREF", "srcdoc", "name", "data-lang", "tabindex", "x:y"]
)  # fmt: skip
ATTRIBUTE = st.one_of(
    NAME,
    st.builds('{}="{}"'.format, NAME, VALUE),
    st.builds("{}='{}'".format, NAME, VALUE),
    st.builds("{}={}".format, NAME, VALUE),
)
TAG = st.one_of(
    st.builds("<{} {}>".format, ELEMENT, st.lists(ATTRIBUTE, max_size=3).map(" ".join)),
    st.builds("<{}>".format, ELEMENT),
    st.builds("</{}>".format, ELEMENT),
    st.builds("<{}/>".format, ELEMENT),
)
HTML = st.lists(st.one_of(TAG, PIECE, REFERENCE), max_size=25).map("".join)
TIDY = st.recursive(
    st.one_of(REFERENCE, st.text("ab ‘'\"\n>", max_size=5)),
    lambda inner: st.builds(
        '<{0} title="{2}">{1}</{0}>'.format,
        st.sampled_from(["div", "section", "span", "b", "em", "blockquote"]),
        st.lists(inner, max_size=3).map("".join),
        REFERENCE,
    ),
    max_leaves=12,
)


@settings(max_examples=1500, deadline=None)
@given(HTML)
@example('<a title="x>&quot; href="onclick=alert(1) ">')
@example("<pre>\n\n\nx</pre><pre>&#10;&NewLine;x</pre>")
@example("<table><a>1<a>2<table><b>3</table></table>")
def test_output_is_stable_and_holds_only_what_the_table_allows(html: str) -> None:
    clean = sanitise(html)
    assert sanitise(clean) == clean
    assert xml_safe(clean) == clean
    assert "\r" not in clean
    for tag in seen_tags(clean):
        assert {name for name, _ in tag.attributes} <= ELEMENTS[tag.name] | GLOBAL_ATTRIBUTES
        assert REQUIRED.get(tag.name, set()) <= dict(tag.attributes).keys()
        for name, value in tag.attributes:
            address = "".join((resolve(value or "") or "").split()).lower()
            assert name not in {"href", "src", "cite"} or not address.startswith("javascript:")


@settings(max_examples=1500, deadline=None)
@given(HTML)
def test_the_kept_spelling_is_the_same_document_as_the_parsers(html: str) -> None:
    """Respelt output, read by html5ever, is what html5ever wrote before the respelling."""
    clean = sanitise(html)
    parsers = sanitise(seen(clean))  # spelled as the parser does, hence nothing to keep
    assert seen(clean) == seen(parsers) == parsers.replace("<pre>\n\n", "<pre>\n")


@settings(max_examples=500, deadline=None)
@given(TIDY)
def test_tidy_markup_keeps_its_bytes_unless_a_reference_is_ambiguous(html: str) -> None:
    if resolve(html) is None:
        return
    assert sanitise(html) == html
