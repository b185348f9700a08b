"""What a browser's parser makes of HTML: html5ever, asked to hide nothing."""

import nh3

from safeguards.markup import Token, tokens
from safeguards.policy import DROPPED_WITH_CONTENT, ELEMENTS, GLOBAL_ATTRIBUTES, names

_HOSTILE_TAGS = {*DROPPED_WITH_CONTENT, "form", "base", "link", "meta", "blink", "frame", "x"}
_HOSTILE_ATTRIBUTES = names("""
    onclick onerror onload onmouseover style target srcdoc action formaction srcset xlink:href
    background name href src data autofocus
""")
_ALL_ATTRIBUTES = (
    {name for own in ELEMENTS.values() for name in own} | GLOBAL_ATTRIBUTES | _HOSTILE_ATTRIBUTES
)
_OPEN = nh3.Cleaner(
    tags={*ELEMENTS, *_HOSTILE_TAGS} - {"math", "svg"},
    clean_content_tags=set(),
    attributes={"*": _ALL_ATTRIBUTES},
    url_schemes={"http", "https", "mailto", "tel", "javascript", "data", "vbscript", "file"},
    strip_comments=False,
    link_rel=None,
)


def seen(html: str) -> str:
    """The document as html5ever reads it, written down in its one spelling."""
    return _OPEN.clean(html)


def seen_tags(html: str) -> list[Token]:
    """Its start tags."""
    return [token for token in tokens(seen(html)) if token.kind == "start"]
