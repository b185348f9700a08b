"""Plain text: out of HTML, and fit for XML."""

import re
from html import unescape

from .markup import tokens
from .policy import INLINE

# XML 1.0 §2.2, the characters that are not in `Char`; lone surrogates are among them.
_ILLEGAL_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    """The text without the characters that no XML document can hold, even escaped.

    Those are the control characters but tab, line feed and carriage return, lone surrogates,
    U+FFFE and U+FFFF (XML 1.0 §2.2).
    """
    return _ILLEGAL_IN_XML.sub("", text)


def plain_text(html: str) -> str:
    """What a reader of the HTML, or of a plain text, sees, on one line.

    Tags go, and what scripts, styles and the like hold; the edge of a block is a space; references
    are resolved once; all white space, no-break spaces included, is collapsed and trimmed.
    """
    parts: list[str] = []
    for token in tokens(xml_safe(html)):
        if token.kind == "text":
            parts.append(unescape(token.source))
        elif token.name not in INLINE:
            parts.append(" ")
    return " ".join(xml_safe("".join(parts)).split())
