"""Shows where in a text the words of a query stand, in any script and with any ending."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from .entries import lexeme_of
from .query import Compiled
from .stems import Stem, stems
from .words import Kind, Piece, pieces

SNIPPET: Final = 220
"""Characters that are shown of a long text; half as many where a character is a syllable."""
_BEFORE: Final = 40
# Texts beyond it are longer than any news: only their beginning is looked through.
_LOOKED_THROUGH: Final = 50_000


class Part(NamedTuple):
    """A stretch of a text, and whether it was looked for."""

    text: str
    marked: bool = False


class _Hit(NamedTuple):
    start: int
    end: int
    lexeme: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the places of what was looked for, in their order."""

    text: str
    hits: tuple[_Hit, ...]

    @property
    def found(self) -> int:
        """How many different words of the query stand in it."""
        return len({hit.lexeme for hit in self.hits})

    def parts(self, start: int = 0, end: int | None = None) -> list[Part]:
        """The text from one place to another, split where marks begin and end."""
        end = len(self.text) if end is None else end
        parts, at = [], start
        for begin, stop in _merged(hit for hit in self.hits if start <= hit.start < end):
            parts += [Part(self.text[at:begin]), Part(self.text[begin:stop], marked=True)]
            at = stop
        parts.append(Part(self.text[at : max(at, end)]))
        return [part for part in parts if part.text]

    def snippet(self) -> list[Part]:
        """The stretch of it that holds most of the different words."""
        wide = self.text.isascii() or sum(map(_is_wide, self.text[:200])) < 60
        length = SNIPPET if wide else SNIPPET // 2
        if len(self.text) <= length:
            return self.parts()
        start = max(0, _best(self.hits, length) - _BEFORE)
        end = min(len(self.text), start + length)
        if start and wide:
            start = self.text.find(" ", start, start + _BEFORE) + 1 or start
        if end < len(self.text) and wide:
            end = max(self.text.rfind(" ", start + length // 2, end), start + length // 2)
        parts = self.parts(start, end)
        if start:
            parts.insert(0, Part("…"))
        if end < len(self.text):
            parts.append(Part("…"))
        return parts


def look_through(texts: Iterable[str], query: Compiled, language: str) -> list[Text]:
    """Find the words of a query in some texts of a language, in one query of the database."""
    normal = [unicodedata.normalize("NFC", text)[:_LOOKED_THROUGH] for text in texts]
    split = [list(pieces(text)) for text in normal]
    known = stems(_likely(split, query), language)
    return [
        Text(text, tuple(_hits(found, query, known)))
        for text, found in zip(normal, split, strict=True)
    ]


def _likely(split: list[list[Piece]], query: Compiled) -> set[str]:
    """The words that may have a stem that is looked for: stems keep how a word begins."""
    initials = {lexeme[:1] for lexeme in query.lexemes}
    accented = {
        word.text
        for found in split
        for piece in found
        for word in piece.all
        if word.kind is Kind.WORD and not word.text.isascii()
    }
    plainly = {
        word.text
        for found in split
        for piece in found
        for word in piece.all
        if word.kind is Kind.WORD and word.text[:1] in initials
    }
    return accented | plainly


def _hits(found: list[Piece], query: Compiled, known: dict[str, Stem]) -> Iterator[_Hit]:
    for piece in found:
        for word in piece.all:
            if word.kind is Kind.WORD and word.text not in known:
                continue
            lexeme = lexeme_of(word, known)
            if lexeme in query.lexemes:
                yield _Hit(word.start, word.end, lexeme)
            elif lexeme[:1] in query.beginnings and word.kind is not Kind.WORD:
                yield _Hit(word.start, word.start + 1, lexeme[:1])


def _merged(hits: Iterable[_Hit]) -> list[tuple[int, int]]:
    """The spans of hits, those that touch as one."""
    spans: list[tuple[int, int]] = []
    for start, end, _lexeme in sorted(hits):
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def _best(hits: tuple[_Hit, ...], length: int) -> int:
    """Where the stretch begins that holds most of the different words; the first of such."""
    best, most, ordered = 0, 0, sorted(hits)[:500]
    for number, first in enumerate(ordered):
        within = set()
        for hit in ordered[number:]:
            if hit.end > first.start + length - _BEFORE:
                break
            within.add(hit.lexeme)
        if len(within) > most:
            best, most = first.start, len(within)
    return best


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
