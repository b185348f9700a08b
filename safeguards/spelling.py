"""Giving clean HTML back the spelling that its author chose.

A parser's output spells `&lsquo;` as ‘ and `<hr />` as `<hr>`. Feeds and their readers know a
body by its bytes, so those must stay. What makes it safe: each piece of the result is either the
parser's own, or one that any reader of HTML takes for exactly the same, because it is written in
a grammar that leaves nothing to interpretation: text without `<`, tags whose every attribute is
bare or in double quotes with none of `"<>` inside, references that end in a semicolon.
"""

import re
from collections.abc import Sequence
from html import unescape
from itertools import takewhile

from .markup import Token
from .policy import VOID
from .references import resolve

_REACH = 8  # tokens
_PLAIN_TAG = re.compile(
    r"<(/?)[A-Za-z][A-Za-z0-9]*+"
    r"""(?:[ \n\t]++[A-Za-z][A-Za-z0-9:-]*+(?:="[^"<>]*+")?)*+"""
    r"[ \n\t]*+(/?)>"
)


def respelled(original: Sequence[Token], cleaned: Sequence[Token]) -> str:
    """The cleaned tokens, each in the original's spelling where that means exactly the same.

    The originals are looked for near where they should stand, so that a `tbody` the parser added
    or an element it dropped costs only its neighbours their spelling. A wrong guess does no harm:
    what comes out is always the cleaned tokens, all of them, in their order.
    """
    tail = _common_tail(original, cleaned)
    heads = len(original) - tail
    pieces: list[str] = []
    position, after_pre = 0, False
    for index, after in enumerate(cleaned):
        if index == len(cleaned) - tail:
            position, heads = heads, len(original)
        for candidate in range(position, min(position + _REACH, heads)):
            same = _same(original[candidate], after, after_pre=after_pre)
            if same or (candidate == position and _kind(original[candidate]) == _kind(after)):
                pieces.append(original[candidate].source if same else after.source)
                position = candidate + 1
                break
        else:
            pieces.append(after.source)
        after_pre = _kind(after) == ("start", "pre")
    return "".join(pieces)


def _common_tail(original: Sequence[Token], cleaned: Sequence[Token]) -> int:
    """How many tokens at the end are of the same kinds."""
    pairs = zip(reversed(original), reversed(cleaned), strict=False)
    return sum(1 for _ in takewhile(lambda pair: _kind(pair[0]) == _kind(pair[1]), pairs))


def _kind(token: Token) -> tuple[str, str]:
    return token.kind, token.name


def _same(before: Token, after: Token, *, after_pre: bool) -> bool:
    """Whether any reader takes `before`, as it is spelled, for `after`, which a parser wrote."""
    if _kind(before) != _kind(after):
        return False
    if before.source == after.source:
        return True
    if before.kind == "text":
        if "<" in before.source:
            return False
        meant = resolve(before.source)
        if after_pre and meant is not None:
            return _first_line(meant) == _first_line(unescape(after.source))
        return meant == unescape(after.source)
    plain = _PLAIN_TAG.fullmatch(before.source)
    if plain is None or (plain[2] and before.name not in VOID):
        return False
    return [(name, resolve(value or "")) for name, value in before.attributes] == [
        (name, unescape(value or "")) for name, value in after.attributes
    ]


def _first_line(text: str) -> str:
    return text.removeprefix("\n")
