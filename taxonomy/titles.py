"""What a term's page is headed, and what an editor's tag input holds."""

import re

# A word of a title: it begins with a letter or a number and ends before white space, `-` or `/`.
_WORD = re.compile(r"[^\W_][^\t\n\f\r /-]*")

# AP style: these stay small inside a title.
_SMALL_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "en",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "on",
        "or",
        "per",
        "the",
        "to",
        "v",
        "v.",
        "via",
        "vs",
        "vs.",
    }
)

# Hugo looks words up in a copy of the term in which these are plain; see title_of_term.
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})

_SEPARATOR = re.compile("[,，、]")


def split_terms(text: str) -> list[str]:
    """Split an editor's tag input at `,` `，` `、`, never at spaces: `White House, AI` → two terms.

    Terms are trimmed; empty ones and exact repeats are dropped; order and spelling stay.
    """
    terms = (term.strip() for term in _SEPARATOR.split(text))
    return list(dict.fromkeys(filter(None, terms)))


def title_of_term(term: str) -> str:
    """Return the title Hugo 0.147.9 gives a term's page: `state of the art` → `State of the Art`.

    AP style: the first letter of every word is raised, and small words (`of`, `the`, `vs.`) are
    lowered, except at either end, after a colon and before a hyphen. Nothing else changes:
    `iPhone` → `IPhone`. Source: https://gohugo.io/configuration/all/#titlecasestyle

    Hugo looks for each word in the bytes of a copy whose typographic quotes and dashes are plain,
    and steps on by as many bytes as the word has letters: after `“`, `é` or Chinese a word may be
    judged by the wrong neighbours. That is kept, for these are the titles that readers know.
    """
    plain = term.translate(_PLAIN).encode()
    titled: list[str] = []
    copied = after = 0
    for match in _WORD.finditer(term):
        word = match[0]
        start = plain.find(word.encode(), after)
        if start < 0:
            start = after - 1
        after = start + len(word)
        is_inner = start != 0 and after != len(plain)
        small = is_inner and word.lower() in _SMALL_WORDS and _may_be_small(plain, start, after)
        titled += [term[copied : match.start()], word.lower() if small else _raise_first(word)]
        copied = match.end()
    return "".join(titled) + term[copied:]


def _may_be_small(plain: bytes, start: int, after: int) -> bool:
    """Tell whether the neighbours of `plain[start:after]` let a small word be small."""
    before, before_that, behind = (_byte(plain, place) for place in (start - 1, start - 2, after))
    return before in b" -/" and before_that not in b":-" and (behind != b"-" or before == b"-")


def _byte(text: bytes, place: int) -> bytes:
    """Return one byte; outside the text its first one, as Hugo does."""
    return text[place : place + 1] if 0 <= place < len(text) else text[:1]


def _raise_first(word: str) -> str:
    """Title-case the first letter where that is one character (`ﬁ` stays `ﬁ`)."""
    raised = word[0].title()
    return (raised if len(raised) == 1 else word[0]) + word[1:]
