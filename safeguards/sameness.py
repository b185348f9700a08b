"""Whether two bodies are the same article, written down by different programs."""

import re
from collections.abc import Iterator
from html import unescape

from .html import sanitise
from .markup import Token, tokens
from .policy import INLINE, names

_BOOLEAN = names("""
    allowfullscreen checked controls default disabled loop muted open playsinline reversed
""")
_WRITTEN_FOR = {"b": "strong", "i": "em", "strike": "s"}
_FILLING = "\xa0"
_SPACE = re.compile(r"[ \t\n]+")


def same_markup(one: str, other: str) -> bool:
    """Whether two bodies differ only in spelling, each taken as `sanitise` would keep it.

    Spelling is: character references, quoting and order of attributes, `<br />` for `<br>`, end
    tags and `tbody` that a parser adds, and white space that no page shows: between and at the
    edges of blocks, and how much of it stands elsewhere. In `pre` every character counts. So are
    three habits of CKEditor 4: `checked="checked"`, a no-break space as the filling of an empty
    element, and `strong`, `em` and `s` for `b`, `i` and `strike`.

    An editor's WYSIWYG writes an untouched body in a spelling of its own; so one can tell, and
    keep the bytes that are stored. Raises `MarkupError` as `sanitise` does.
    """
    return one == other or list(_shown(one)) == list(_shown(other))


def _shown(html: str) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """What counts of a body: tags without their spelling, texts without the space no page shows."""
    edge = Token("end", "")  # the body's own beginning and end are a block's edges too
    parsed = [edge, *tokens(sanitise(html)), edge]
    in_pre = 0
    for before, token, after in zip(parsed, parsed[1:], parsed[2:], strict=False):
        if token.kind == "text":
            if text := _shown_text(before, token, after, in_pre=in_pre > 0):
                yield "text", text, ()
            continue
        if token.name == "pre":
            in_pre += 1 if token.kind == "start" else -1
        attributes = {
            name: "" if name in _BOOLEAN else unescape(value or "")
            for name, value in token.attributes
        }
        name = _WRITTEN_FOR.get(token.name, token.name)
        yield token.kind, name, tuple(sorted(attributes.items()))


def _shown_text(before: Token, token: Token, after: Token, *, in_pre: bool) -> str:
    text = unescape(token.source)
    if text == _FILLING and (before.kind, after.kind) == ("start", "end"):
        return ""
    if in_pre:
        return text.removeprefix("\n") if (before.kind, before.name) == ("start", "pre") else text
    text = _SPACE.sub(" ", text)
    if before.name not in INLINE:
        text = text.lstrip(" ")
    if after.name not in INLINE:
        text = text.rstrip(" ")
    return text
