"""What an element holds, as plain text or as HTML."""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import islice
from typing import Final

from lxml import etree

from safeguards.policy import DROPPED_WITH_CONTENT, ELEMENTS, VOID
from safeguards.text import plain_text, xml_safe

_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")

# Tags that may have slipped into a headline; any other, such as `<video>`, is what it is about.
_FORMATTING = re.compile(
    r"</?(?:(br|div|h[1-6]|hr|img|li|p|ul)|a|abbr|b|big|cite|code|em|font|i|mark|q|s|small|span"
    r"|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_HTML_NAMES: Final = "|".join(sorted({*ELEMENTS, *DROPPED_WITH_CONTENT, "font", "form"}))
_HTML_TAG: Final = re.compile(rf"</?(?:{_HTML_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)

_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

# Finding the value of each takes time linear in their number; no element of HTML has so many.
_MOST_ATTRIBUTES: Final = 200


def text_of(element: etree._Element) -> str:
    """Return all text within, exactly."""
    return "".join(str(piece) for piece in element.itertext())


def html_of(element: etree._Element) -> str:
    """Return what an element holds as HTML.

    Escaped markup comes back exactly as it was before the escaping; where there are elements (tags
    that nobody escaped) `html_of_xhtml` writes them.
    """
    if not len(element):
        return element.text or ""
    return html_of_xhtml(element)


def html_of_xhtml(element: etree._Element) -> str:
    """Return the elements and the text within an element as HTML."""
    return "".join(_written(element, outermost=True))


def html_of_text(text: str) -> str:
    """Return plain text as HTML: blank lines part paragraphs."""
    paragraphs = (part.strip() for part in _PARAGRAPH_BREAK.split(text.replace("\r\n", "\n")))
    return "\n".join(
        f"<p>{'<br>'.join(escape(part, quote=False).splitlines())}</p>"
        for part in paragraphs
        if part
    )


def title_of(text: str) -> str:
    """Return a headline as plain text where a format does not tell whether it is HTML.

    A reference left after XML's own is one (`AT&amp;T`), and so is a formatting tag; any other `<`
    is meant: `Why <video> won`, `1 < 2`.
    """
    without_tags = _FORMATTING.sub(lambda found: " " if found[1] else "", text)
    return " ".join(xml_safe(unescape(without_tags)).split())


def summary_of(text: str) -> str | None:
    """Return a summary as plain text where a format does not tell whether it is HTML.

    With a tag of HTML in it, it is what a reader would see, on one line. Else it is plain text and
    keeps its lines; references in it are resolved, and any other `<` is meant: `print("<as is>")`.
    None for nothing.
    """
    text = xml_safe(text).strip()
    if _HTML_TAG.search(text):
        return plain_text(text) or None
    return xml_safe(unescape(text)) or None


def _written(element: etree._Element, *, outermost: bool = False) -> Iterator[str]:
    name = etree.QName(element).localname
    if not outermost:
        attributes = "".join(_attributes(element))
        yield f"<{name}{attributes}>"
    yield escape(element.text or "", quote=False)
    for child in element:
        yield from _written(child)
        yield escape(child.tail or "", quote=False)
    if not outermost and name not in VOID:
        yield f"</{name}>"


def _attributes(element: etree._Element) -> Iterator[str]:
    for key in map(str, islice(element.attrib, _MOST_ATTRIBUTES)):
        if "}" not in key or key == _XML_LANG:
            yield f' {key.rpartition("}")[2]}="{escape(element.get(key, ""))}"'
