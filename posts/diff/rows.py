"""Lays two lists of pieces side by side: paragraphs, sources, tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .words import likeness, marked, tokens

# Pieces that have less than this in common are two pieces, not one that was changed.
_ALIKE = 0.4


class Kind(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    # The words are the same, and their markup is not.
    MARKUP = "markup"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of the first text beside the one of the second: clean HTML, "" where there is none.

    `<del>` and `<ins>` stand around the words in which they differ.
    """

    kind: Kind
    before: str
    after: str


def side_by_side(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """The rows of two lists of pieces of clean HTML."""
    rows: list[Row] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            rows += [Row(Kind.SAME, *pair) for pair in zip(before[a:b], after[c:d], strict=True)]
        else:
            rows += _changed(before[a:b], after[c:d])
    return rows


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    if len(before) == len(after) == 1:
        # A headline, a section: wholly different, it is still the one instead of the other.
        yield _row(before[0], after[0])
        return
    left = 0
    right = 0
    for one, other in _pairs(before, after):
        yield from _unpaired(before[left:one], after[right:other])
        yield _row(before[one], after[other])
        left, right = one + 1, other + 1
    yield from _unpaired(before[left:], after[right:])


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which pieces were changed into which, in order: the most alike of those that are left."""
    words = [tokens(piece) for piece in after]
    start = 0
    for one, piece in enumerate(before):
        mine = tokens(piece)
        best = max(
            range(start, len(after)), key=lambda other: likeness(mine, words[other]), default=None
        )
        if best is not None and likeness(mine, words[best]) >= _ALIKE:
            yield one, best
            start = best + 1


def _unpaired(removed: Sequence[str], added: Sequence[str]) -> Iterator[Row]:
    for old in removed:
        yield Row(Kind.REMOVED, marked(old, "")[0], "")
    for new in added:
        yield Row(Kind.ADDED, "", marked("", new)[1])


def _row(before: str, after: str) -> Row:
    left, right = marked(before, after)
    kind = Kind.CHANGED if (left, right) != (before, after) else Kind.MARKUP
    return Row(kind, left, right)
