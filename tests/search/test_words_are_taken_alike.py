"""Posts are indexed by a shorter way through the same rules by which searches are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posts.search.words import Kind, occurrences, pieces, plain

PARTS = [
    *["word", "a", "GPT", "4o", "3", "500", "C", "U", "S", "café", "naïve", "straße", "ﬁ", "İ"],
    *["人工", "智", "カタカナ", "ไทย", "한국", "é", "\u0301", "\u0941", "x" * 70],
    *[" ", "\n", ".", ",", "'", "’", "-", "‑", "&", "_", "+", "++", "#", ";", "!", "?", ")", "”"],
    *["\u00a0", "/", "<", "%", "\t", "  "],
]


def the_long_way(text: str) -> tuple[list[tuple[str, int, bool]], int]:
    found, position = [], 1
    for piece in pieces(text):
        found += [(one.text, one.position, one.kind is Kind.WORD) for one in piece.all]
        position = piece.after
    return found, position


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_whatever_is_put_together(text):
    assert occurrences(plain(text)) == the_long_way(plain(text))


@given(st.text(max_size=60))
def test_any_text(text):
    assert occurrences(text) == the_long_way(text)


NEWS = [
    "",
    "It's GPT-4o, C++ & 3,500 chips: the U.S. F# (AT&T).",
    "人工智能 AI 芯片C++。",
    "a.b. c",
]


@pytest.mark.parametrize("text", NEWS)
def test_what_news_hold(text):
    assert occurrences(text) == the_long_way(text)
