"""Text of an XML feed → its tree, by a strict parser: what it says is exactly what was written."""

import re

from lxml import etree

from .heal import heal
from .refusal import NotAFeedError

_HTML = re.compile(r"<html\b", re.IGNORECASE)
_ROOT = re.compile(r"<([^\s/>]+)")
_AFTER_THE_END = 5  # XML_ERR_DOCUMENT_END: something stands behind the root element


def read_tree(text: str) -> etree._Element:
    """Parse a document, healed, into its root element; without comments.

    Raises NotAFeedError where it is an HTML page, declares entities, is incomplete or cannot be
    read in one certain way. Nothing is fetched, no entity is expanded, and libxml2's bounds hold
    (10 MB a text, 256 levels).
    """
    healed = heal(text)
    if _HTML.match(healed.lstrip("\n")):
        raise NotAFeedError("This is an HTML page, not a feed.")
    try:
        return _strictly(healed)
    except etree.XMLSyntaxError as error:
        end = _end_of_root(healed)
        if not end:
            raise NotAFeedError("The feed is incomplete: its last part is missing.") from error
        if getattr(error, "code", None) == _AFTER_THE_END:
            return _without_the_rest(healed[:end])
        raise NotAFeedError(f"The feed is not well-formed XML: {_reason(error)}.") from error


def _strictly(text: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    return etree.fromstring(text.encode(), parser)


def _without_the_rest(text: str) -> etree._Element:
    """Parse once more without what a host has put behind the feed: a script, a second document."""
    try:
        return _strictly(text)
    except etree.XMLSyntaxError as error:
        raise NotAFeedError(f"The feed is not well-formed XML: {_reason(error)}.") from error


def _end_of_root(text: str) -> int:
    """Return where the last end tag of the root element ends; 0 if there is none."""
    root = _ROOT.match(text.lstrip("\n"))
    if not root:
        return 0
    ends = list(re.finditer(rf"</{re.escape(root[1])}\s*>", text))
    return ends[-1].end() if ends else 0


def _reason(error: etree.XMLSyntaxError) -> str:
    message = (error.msg or "no reason is known").replace(", try XML_PARSE_HUGE", "")
    return " ".join(message.split())
