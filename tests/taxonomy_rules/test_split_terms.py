"""An editor's tag input becomes terms."""

import pytest

from taxonomy.titles import split_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("White House, AI", ["White House", "AI"]),
        ("贸易,战争、关税", ["贸易", "战争", "关税"]),
        ("贸易，战争", ["贸易", "战争"]),
        (" , a,, b ,", ["a", "b"]),
        ("b, a, b", ["b", "a"]),
        ("AI, ai", ["AI", "ai"]),
        ('"quoted, text"', ['"quoted', 'text"']),
        ("", []),
        ("\u3000wide\u3000", ["wide"]),
    ],
)
def test_splits_at_commas_only(text, terms):
    assert split_terms(text) == terms
