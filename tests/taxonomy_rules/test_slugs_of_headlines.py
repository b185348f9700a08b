"""A headline becomes one readable path segment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.slugs import NoAddressError, slug_from_title


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Rates Rise Again", "rates-rise-again"),
        ("What’s New? A/B, and GPT-4.5", "whats-new-a-b-and-gpt-4.5"),
        ("U.S. R&D — up 3.5%…", "us-rd-up-3.5"),
        ("10,000 jobs,lost", "10000-jobs-lost"),
        ("央行：“加息”,再加息", "央行-加息-再加息"),
        ("Cafe\u0301 Society", "café-society"),
        ("snake_case: the end.", "snake-case-the-end"),
        ("index.html", "indexhtml"),
    ],
)
def test_reads_like_the_headline(title, slug):
    assert slug_from_title(title) == slug


def test_is_cut_between_words():
    assert slug_from_title("alpha beta gamma", length=12) == "alpha-beta"
    assert slug_from_title("alpha beta gamma", length=10) == "alpha-beta"


def test_is_cut_anywhere_where_no_word_ends():
    assert slug_from_title("汉" * 200) == "汉" * 80
    assert slug_from_title("a " + "b" * 50, length=20) == "a-" + "b" * 18


def test_no_mark_is_torn_from_its_letter():
    assert slug_from_title("xxकि", length=3) == "xx"


@pytest.mark.parametrize("title", ["", "🚀 !", "—", "́"])
def test_a_title_without_letters_is_refused(title):
    with pytest.raises(NoAddressError):
        slug_from_title(title)


@given(st.text(), st.integers(min_value=4, max_value=100))
def test_is_always_one_short_segment(title, length):
    try:
        slug = slug_from_title(title, length=length)
    except NoAddressError:
        return
    assert 0 < len(slug) <= length
    assert not set("/?#%\\ ") & set(slug)
    assert slug.strip("-.") == slug
