"""How much work markup makes, so that no input can keep the HTML parser busy for minutes.

A browser's algorithm takes quadratic time for 100,000 nested `div`, and opens every unclosed `b`
again in every paragraph. Here the stack of open elements is followed (HTML Living Standard
§13.2.6), on the safe side: an end tag counts only where a browser would surely obey it.
"""

import re
from collections.abc import Iterable
from typing import Final

from .markup import Token
from .policy import INLINE, VOID, names

MAX_LENGTH: Final = 2_000_000
"""Characters of HTML; a long novel has fewer."""

MAX_DEPTH: Final = 256
"""Elements open at once. Browsers stop at 512."""

# While nh3 0.3.8 writes a text down, it searches the rest of it at each of these characters (the
# latter begin with the same byte as the no-break space in UTF-8): 6e-11 s times the text's length.
_COSTLY = re.compile("&(?!lt;|gt;)|[\x80-\xbf]")
_MAX_SEARCHED: Final = 3 * 10**10

_FREE_WORK: Final = 100_000
_WORK_PER_TAG: Final = 8

_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
# An end tag does not reach beyond these.
_BORDERS = names("""
    annotation-xml applet button caption desc foreignobject html marquee math mi mn mo ms mtext
    object select svg table td template th title
    """)
_IMPLIED_END = {
    "p": {"p"},
    "li": {"li", "p"},
    "dt": {"dt", "dd", "p"},
    "dd": {"dt", "dd", "p"},
    "td": {"td", "th", "p"},
    "th": {"td", "th", "p"},
    "tr": {"tr", "td", "th", "p"},
    "tbody": {"tbody", "thead", "tfoot", "tr", "td", "th", "p"},
    "thead": {"tbody", "thead", "tfoot", "tr", "td", "th", "p"},
    "tfoot": {"tbody", "thead", "tfoot", "tr", "td", "th", "p"},
    "option": {"option"},
    "rt": {"rt", "rp"},
    "rp": {"rt", "rp"},
}


class MarkupError(ValueError):
    """HTML that is too long, too deep or too tangled to be cleaned. Its text is for an editor."""


def check_length(html: str) -> None:
    """Raise `MarkupError` for more characters than a body should have."""
    if len(html) > MAX_LENGTH:
        raise MarkupError(f"The HTML has more than {MAX_LENGTH:,} characters.")


def check_characters(html: str) -> None:
    """Raise `MarkupError` for so many references and Latin-1 signs that nh3 would take long."""
    if (len(html) - len(_COSTLY.sub("", html))) * len(html) > _MAX_SEARCHED:
        raise MarkupError("The HTML has too many character references for its length.")


def check_nesting(tokens: Iterable[Token]) -> None:
    """Raise `MarkupError` unless a parser surely gets through in time linear in the tokens."""
    stack: list[str] = []
    tags = work = formatting = 0
    for token in tokens:
        if token.kind == "text" or token.name in VOID:
            continue
        if token.kind == "end":
            formatting -= _close(stack, token.name)
            continue
        formatting -= _close_implied(stack, token.name)
        stack.append(token.name)
        formatting += token.name in _FORMATTING
        tags += 1
        work += formatting
        if len(stack) > MAX_DEPTH:
            raise MarkupError(f"The HTML nests more than {MAX_DEPTH} elements deep.")
        if work > _FREE_WORK + _WORK_PER_TAG * tags:
            raise MarkupError("The HTML leaves too many elements like <b> and <a> open.")


def _close_implied(stack: list[str], name: str) -> int:
    """Close what a start tag closes by itself; how many of the closed were formatting."""
    if name == "a":  # an `a` within an `a` ends the first
        return _close(stack, name)
    ended = _IMPLIED_END.get(name, set[str]() if name in INLINE else {"p"})
    while stack and stack[-1] in ended:
        stack.pop()
    return 0


def _close(stack: list[str], name: str) -> int:
    """Close the innermost `name` that an end tag reaches; how many of the closed were formatting.

    Formatting elements that its closing leaves behind stay on the stack: browsers open them again.
    """
    for index in range(len(stack) - 1, -1, -1):
        if stack[index] == name:
            if name in _FORMATTING:
                del stack[index]
                return 1
            stack[index:] = [open_ for open_ in stack[index + 1 :] if open_ in _FORMATTING]
            return 0
        if stack[index] in _BORDERS:
            break
    return 0
