"""A term's title is the one that Hugo gave its page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.titles import title_of_term


@pytest.mark.parametrize(
    ("term", "title"),
    [
        ("trade war", "Trade War"),
        ("rule of law", "Rule of Law"),
        ("the rule of", "The Rule Of"),
        ("made-in-China", "Made-in-China"),
        ("in-house", "In-House"),
        ("law: the basics", "Law: The Basics"),
        ("cats v. dogs", "Cats v. Dogs"),
        ("either/or and", "Either/or And"),
        ("eBay", "EBay"),
        ("5g", "5g"),
        ("(draft)", "(Draft)"),
        ("élan", "Élan"),
        ("ﬁsh", "ﬁsh"),
        ("央行 and its policy of war", "央行 and Its Policy of War"),
        ("war’s end of “the” era", "War’s End of “The” Era"),
        ("of 𠀀to to to x", "Of 𠀀to To to X"),
        ("🚀", "🚀"),
        ("", ""),
    ],
)
def test_follows_hugo(term, title):
    assert title_of_term(term) == title


@given(st.text())
def test_only_the_case_of_letters_changes(term):
    title = title_of_term(term)
    assert len(title) == len(term) or "İ" in term
    assert title.casefold() == term.casefold() or "İ" in term
