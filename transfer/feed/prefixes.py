"""Namespace prefixes that a feed uses and forgot to declare."""

import re
from typing import Final

_USED = re.compile(r"</?([A-Za-z_][\w.-]*):\w|\s([A-Za-z_][\w.-]*):[\w.-]+\s*=\s*[\"']")
_DECLARED = re.compile(r"\sxmlns:([\w.-]+)\s*=")
_PADDED = re.compile(r"""(\sxmlns(?::[\w.-]+)?=)(["'])\s*([^"'<>\s]+)\s*\2""")
_ROOT_NAME = re.compile(r"<[\w.:-]+")

# More are an attack on the parser, not a mistake.
_MOST: Final = 100

_USUAL: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def with_prefixes_declared(text: str) -> str:
    """Declare, on the root element that `text` begins with, the prefixes declared nowhere.

    What they usually stand for is taken for granted. White space around a namespace goes too.
    """
    text = _PADDED.sub(r"\1\2\3\2", text)
    used = {prefix for pair in _USED.findall(text) for prefix in pair if prefix}
    missing = sorted(used - {*_DECLARED.findall(text), "xml", "xmlns"})
    root = _ROOT_NAME.match(text)
    if not root or not 0 < len(missing) <= _MOST:
        return text
    declarations = "".join(
        f' xmlns:{prefix}="{_USUAL.get(prefix, f"urn:undeclared:{prefix}")}"' for prefix in missing
    )
    return text[: root.end()] + declarations + text[root.end() :]
