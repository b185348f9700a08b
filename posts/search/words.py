"""Splits text into the words by which posts are found, whatever the script.

A script that parts its words is taken word by word. One that does not (Chinese, Japanese, Korean,
Thai …) is taken by overlapping pairs of characters: 人工智能 → 人工, 工智, 智能. The last of a run
stands alone as well: every character then begins something, and one alone can be looked for by
what begins with it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

LONGEST: Final = 64
"""Characters of a word that count."""

# Ideographs, kana, bopomofo, Hangul; Thai, Lao, Burmese and Khmer with their marks.
_UNSPACED = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3"
)
# Signs that `\w` leaves out, though words of Indic and Semitic scripts are written with them.
_MARKS = "".join(chr(c) for c in range(0x300, 0x2000) if unicodedata.category(chr(c))[0] == "M")
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])"
_JOINT = r"(?:[-‐‑.'’&_]|(?<=\d),(?=\d))"
_SIGN = r"(?:\+\+|\#)(?!\w)"
_PIECE = re.compile(
    rf"(?P<run>[{_UNSPACED}]+)|(?P<word>{_LETTER}+(?:{_JOINT}{_LETTER}+)*)(?P<sign>{_SIGN})?"
)
# What is the same in every form of Unicode and has no small letters.
_HAN = re.compile("[\u4e00-\u9fff]+")
# Most words of most texts: nothing that follows can be a part of them.
_QUICK_PIECE = re.compile(rf"([A-Za-z0-9]++)(?=[.,;:!?)]?(?:[ \n]|\Z))|{_PIECE.pattern}")
_PART = re.compile(rf"\d+(?:[.,]\d+)+(?!{_LETTER})|{_LETTER}+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_ACRONYM = re.compile(rf"{_LETTER}(?:\.{_LETTER})+")
_POSSESSIVE = re.compile(r"['’][sSｓＳ]$")

# Seen by nobody, and in the middle of words all the same.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u0652]")
# What Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


class Kind(Enum):
    WORD = "word"
    """Of a script that parts words: it has a stem."""
    PAIR = "pair"
    CHARACTER = "character"
    """The last or only one of a run."""
    SIGNED = "signed"
    """With its sign: `c++`, `c#`."""


class Word(NamedTuple):
    """What can be looked for. `text` is small, full width made plain; accents are kept.

    `start` and `end` are where it stands in the text; `position` counts words and characters.
    """

    text: str
    start: int
    end: int
    position: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together without a space: a run, a word, or words joined as in `GPT-4o`.

    `joined` is these words as one: `gpt4o`; `last` is the last character of a run of pairs.
    """

    words: tuple[Word, ...]
    joined: Word | None = None
    last: Word | None = None

    @property
    def all(self) -> tuple[Word, ...]:
        """Everything that it is found by."""
        return (*self.words, *filter(None, (self.joined, self.last)))

    @property
    def after(self) -> int:
        """The position of what follows."""
        last = self.words[-1]
        return last.position + (2 if last.kind is Kind.PAIR else 1)


def plain(text: str) -> str:
    """Text in the one form in which words are compared: `ＧＰＴ‑４` → `GPT‑4`."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))


def without_accents(word: str) -> str:
    """`café` → `cafe`; what is nothing but accents stays."""
    if word.isascii():
        return word
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", word)) or word
    return unicodedata.normalize("NFC", bare).translate(_PLAIN)


def pieces(text: str, position: int = 1) -> Iterator[Piece]:
    """The pieces of a text in order; `position` is that of the first word."""
    for match in _PIECE.finditer(text):
        if match["run"]:
            piece = _run(match["run"], match.start(), position)
        else:
            piece = _words(match["word"], match.start(), position, match["sign"] or "")
        if piece.words:
            yield piece
            position = piece.after


def occurrences(text: str, position: int = 1) -> tuple[list[tuple[str, int, bool]], int]:
    """Everything that a text is found by, as (text, position, has_stem); the position behind it.

    The words of `pieces`, without where they stand in the text: in a tenth of the time, which
    counts where every post is read.
    """
    found: list[tuple[str, int, bool]] = []
    add = found.append
    for match in _QUICK_PIECE.finditer(text):
        if (simple := match[1]) is not None:
            add((simple.lower()[:LONGEST], position, True))
            position += 1
            continue
        run, word, sign = match["run"], match["word"], match["sign"]
        if run is not None and _HAN.fullmatch(run):
            found.extend((run[at : at + 2], position + at, False) for at in range(len(run) - 1))
            position += len(run)
            add((run[-1], position - 1, False))
            continue
        piece = _run(run, 0, position) if run else _words(word, 0, position, sign or "")
        if piece.words:
            found.extend((one.text, one.position, one.kind is Kind.WORD) for one in piece.all)
            position = piece.after
    return found, position


def _run(run: str, start: int, position: int) -> Piece:
    pairs = [
        Word(_small(run[at : at + 2]), start + at, start + at + 2, position + at, Kind.PAIR)
        for at in range(len(run) - 1)
    ]
    end = start + len(run)
    last = Word(_small(run[-1]), end - 1, end, position + len(run) - 1, Kind.CHARACTER)
    return Piece(tuple(pairs), last=last) if pairs else Piece((last,))


def _words(compound: str, start: int, position: int, sign: str) -> Piece:
    if not sign and compound.isalnum():
        word = Word(_small(compound), start, start + len(compound), position, Kind.WORD)
        return Piece((word,) if word.text else ())
    compound = _POSSESSIVE.sub("", compound)
    whole = "".join(_number(part[0]) for part in _PART.finditer(compound))
    end = start + len(compound)
    if sign:
        signed = Word(_small(whole + sign), start, end + len(sign), position, Kind.SIGNED)
        return Piece((signed,), Word(_small(whole), start, end, position, Kind.WORD))
    if _ACRONYM.fullmatch(compound):
        return Piece((Word(_small(whole), start, end, position, Kind.WORD),))
    words = [
        Word(text, start + part.start(), start + part.end(), position + number, Kind.WORD)
        for number, part in enumerate(_PART.finditer(compound))
        if (text := _small(_number(part[0])))
    ]
    if len(words) < 2:
        return Piece(tuple(words))
    return Piece(tuple(words), Word(_small(whole), start, end, position, Kind.WORD))


def _number(part: str) -> str:
    """`1,000` → `1000`, `3,5` → `3.5`."""
    return part.replace(",", "" if _THOUSANDS.fullmatch(part) else ".")


def _small(text: str) -> str:
    if text.isascii():
        return text.lower()[:LONGEST]
    return unicodedata.normalize("NFKC", text).casefold()[:LONGEST]
