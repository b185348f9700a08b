"""What a reader typed, as what is to be found: words, "phrases", -words that are to be left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .entries import lexeme_of
from .stems import Stem, stems
from .words import Kind, Piece, Word, pieces, plain

MOST_WORDS: Final = 32
_MOST_CHARACTERS: Final = 2_000

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞", '"'))
# A lexeme in quotes, doubled within, that has no sign behind it yet.
_WHOLE = re.compile(r"'(?:[^']|'')+'(?!['\:])")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_CLAUSE = re.compile(r'(?P<without>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<text>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces that are to be found, as a phrase in their order, or left out."""

    pieces: tuple[Piece, ...]
    phrase: bool
    without: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `shortened` says that more was typed than is looked for.

    `capitals` are its words that were typed so, among small letters, and are meant for names: WHO.
    """

    clauses: tuple[Clause, ...] = ()
    shortened: bool = False
    capitals: frozenset[str] = frozenset()

    @property
    def wanted(self) -> list[Clause]:
        return [clause for clause in self.clauses if not clause.without]

    @property
    def words(self) -> Iterator[Word]:
        """All words in it."""
        for clause in self.clauses:
            for piece in clause.pieces:
                yield from (*piece.words, *filter(None, [piece.joined]))

    @property
    def only_without(self) -> bool:
        """Whether it only says what is to be left out."""
        return bool(self.clauses) and not self.wanted


@dataclass(frozen=True, slots=True)
class Compiled:
    """A query in the words of a language: tsqueries as PostgreSQL reads them.

    `match` finds candidates by the index alone; `phrases` ("" without any) are then looked for in
    these. `lexemes` and `beginnings` are what a reader is shown to have been found.
    """

    match: str
    phrases: str
    rank: str
    lexemes: frozenset[str]
    beginnings: frozenset[str]


def parse(typed: str) -> Query:
    """Read what was typed. Any text will do; signs alone make an empty query."""
    text = plain(typed.translate(_QUOTES)[:_MOST_CHARACTERS])
    clauses, room = [], MOST_WORDS
    shortened = len(typed) > _MOST_CHARACTERS
    for match in _CLAUSE.finditer(text):
        found = tuple(pieces(match["phrase"] or match["text"] or ""))
        kept = tuple(_fitting(found, room))
        shortened = shortened or kept != found
        room -= sum(len(piece.words) for piece in kept)
        if kept:
            clauses.append(Clause(kept, match["phrase"] is not None, bool(match["without"])))
    return Query(tuple(clauses), shortened, _capitals(text))


def compile_for(query: Query, language: str) -> Compiled:
    """The query in the stems of a language; it has something wanted. One query of the database."""
    known = stems((word.text for word in query.words if word.kind is Kind.WORD), language)
    telling = [clause for clause in query.wanted if not _empty(clause, query, known)]
    wanted = telling or query.wanted
    required = [f"({_all(clause, known)})" for clause in wanted]
    refused = [f"!({_all(clause, known)})" for clause in query.clauses if clause.without]
    shown = [word for clause in wanted for piece in clause.pieces for word in _shown(piece)]
    single = [word for word in shown if word.kind is Kind.CHARACTER]
    return Compiled(
        match=" & ".join([*required, *refused]),
        phrases=" & ".join(_phrase(c, known) for c in wanted if c.phrase and _is_long(c)),
        rank=" | ".join(dict.fromkeys(_term(word, known) for word in shown)),
        lexemes=frozenset(lexeme_of(word, known) for word in shown if word not in single),
        beginnings=frozenset(word.text for word in single),
    )


def beginnings(match: str) -> str:
    """A tsquery that is content with how each of its words begins."""
    return _WHOLE.sub(r"\g<0>:*", match)


def _capitals(text: str) -> frozenset[str]:
    written = _CAPITALS.findall(text)
    names_alone = len(written) == 1 and text.strip() == written[0]
    return (
        frozenset(map(str.casefold, written))
        if names_alone or text.upper() != text
        else frozenset()
    )


def _fitting(found: Iterable[Piece], room: int) -> Iterator[Piece]:
    """As many whole pieces as have room; of a long run, its beginning."""
    for piece in found:
        if room <= 0:
            return
        whole = len(piece.words) <= room
        yield piece if whole else Piece(piece.words[:room])
        room -= len(piece.words)


def _empty(clause: Clause, query: Query, known: dict[str, Stem]) -> bool:
    """Whether a clause says nothing: `the`. Typed in capitals among small letters, `WHO` does."""
    words = [word for piece in clause.pieces for word in piece.words]
    return not clause.phrase and all(
        word.kind is Kind.WORD and known[word.text].empty and word.text not in query.capitals
        for word in words
    )


def _shown(piece: Piece) -> tuple[Word, ...]:
    return (*piece.words, *filter(None, [piece.joined]))


def _all(clause: Clause, known: dict[str, Stem]) -> str:
    """All words of a clause, wherever they stand."""
    return " & ".join(_either(piece, known) for piece in clause.pieces)


def _either(piece: Piece, known: dict[str, Stem]) -> str:
    parts = " & ".join(_term(word, known) for word in piece.words)
    if piece.joined is None or piece.words[0].kind is Kind.SIGNED:
        return parts
    return f"({_term(piece.joined, known)} | ({parts}))"


def _is_long(clause: Clause) -> bool:
    return sum(len(piece.words) for piece in clause.pieces) > 1


def _phrase(clause: Clause, known: dict[str, Stem]) -> str:
    """The words of a clause at their distances: `'a' <-> 'b' <2> 'c'`."""
    words = [word for piece in clause.pieces for word in piece.words]
    text = _term(words[0], known)
    for before, word in pairwise(words):
        text += f" <{word.position - before.position}> {_term(word, known)}"
    return f"({text})"


def _term(word: Word, known: dict[str, Stem]) -> str:
    quoted = lexeme_of(word, known).replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'" + (":*" if word.kind is Kind.CHARACTER else "")
