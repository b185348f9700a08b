"""Which terms may be the same: spelt alike but for case, signs, plural, order or one character.

Terms are put into buckets by what spellings have in common, so that 20,000 of them are not
compared pair by pair.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from .han import HAN, simplified

# So many terms in one bucket have something in common that says nothing.
_CROWD: Final = 40
_SHORTEST: Final = 5
"""Characters from which on one that differs may be a mistake."""
_SHORTEST_HAN: Final = 3

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_LESS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})


class Likeness(IntEnum):
    """In what two spellings differ at most, the likest first."""

    SIGNS = 1
    """Case, accents, spaces, punctuation; traditional or simplified characters."""
    PLURAL = 2
    ORDER = 3
    CHARACTER = 4
    """One character more, less, other, or changed places with the next."""
    CHARACTERS = 5
    """Chinese with most characters in common."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a term is written; `key` is what the caller knows it by."""

    key: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two terms that may be the same, by their keys, the lesser first."""

    likeness: Likeness
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A spelling without what seldom tells terms apart; `numbers` always do: `GPT-4`, `GPT-5`."""

    key: int
    words: tuple[str, ...]
    singular: tuple[str, ...]
    letters: str
    numbers: tuple[str, ...]

    @property
    def is_han(self) -> bool:
        return HAN.fullmatch(self.letters) is not None


def near_duplicates(spellings: Iterable[Spelling]) -> list[Pair]:
    """The pairs of terms that may be the same, the likest first; each pair once."""
    buckets: dict[str, list[_Read]] = defaultdict(list)
    for spelling in spellings:
        read = _read(spelling)
        if read.letters:
            for name in set(_buckets(read)):
                buckets[name].append(read)
    found: dict[tuple[int, int], Likeness] = {}
    for rows in buckets.values():
        if 1 < len(rows) <= _CROWD:
            for number, one in enumerate(rows):
                for other in rows[number + 1 :]:
                    pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
                    if pair not in found and (likeness := _likeness(one, other)):
                        found[pair] = likeness
    return sorted(Pair(likeness, *pair) for pair, likeness in found.items())


def _read(spelling: Spelling) -> _Read:
    text = unicodedata.normalize("NFKD", spelling.text.casefold())
    bare = "".join(sign for sign in text if not unicodedata.combining(sign)).translate(_LESS)
    # Letters of a dotted or joined name belong together: U.S., AT&T, C++.
    bare = re.sub(r"(?<=\b\w)[.&’'](?=\w\b)|(?<=\w)[’'](?=\w)", "", simplified(bare))
    bare = bare.replace("+", "p").replace("#", "sharp")
    words = tuple(_WORD.findall(bare))
    return _Read(
        spelling.key,
        words,
        tuple(map(_singular, words)),
        "".join(words),
        tuple(sorted(_DIGITS.findall(bare))),
    )


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def _buckets(read: _Read) -> Iterator[str]:
    letters = read.letters
    yield f"= {letters}"
    yield f"s {''.join(read.singular)}"
    yield f"o {' '.join(sorted(read.singular))}"
    if read.is_han:
        if len(letters) >= _SHORTEST_HAN:
            own = "".join(sorted(set(letters)))
            yield f"h {own}"
            yield from (f"h {own[:at]}{own[at + 1 :]}" for at in range(len(own)))
    elif len(letters) >= _SHORTEST:
        # What two words with one difference have in common: each without one of its characters.
        yield f"c {letters}"
        yield from (f"c {letters[:at]}{letters[at + 1 :]}" for at in range(len(letters)))


def _likeness(one: _Read, other: _Read) -> Likeness | None:
    if one.numbers != other.numbers:
        return None
    if one.letters == other.letters:
        return Likeness.SIGNS
    if "".join(one.singular) == "".join(other.singular):
        return Likeness.PLURAL
    if sorted(one.singular) == sorted(other.singular):
        return Likeness.ORDER
    if one.is_han and other.is_han:
        return _likeness_of_han(one.letters, other.letters)
    if min(len(one.letters), len(other.letters)) < _SHORTEST:
        return None
    return Likeness.CHARACTER if _one_apart(one.letters, other.letters) else None


def _likeness_of_han(one: str, other: str) -> Likeness | None:
    if sorted(one) == sorted(other):
        return Likeness.ORDER
    shared, all_ = set(one) & set(other), set(one) | set(other)
    alike = len(shared) >= _SHORTEST_HAN and len(shared) >= 0.75 * len(all_)
    return Likeness.CHARACTERS if alike else None


def _one_apart(one: str, other: str) -> bool:
    """Whether one character was added, left out, replaced, or changed places with the next."""
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    if one[start + 1 :] == other[start + 1 :]:
        return True
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return swapped and one[start + 2 :] == other[start + 2 :]
