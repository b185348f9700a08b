"""A term's slug is the path that Hugo gave it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from taxonomy.slugs import NoAddressError, slugify_term


@pytest.mark.parametrize(
    ("term", "slug"),
    [
        ("Trade War", "trade-war"),
        ("J&J", "jj"),
        ("Node.js", "node.js"),
        ("  two  spaces", "--two--spaces"),
        ("贸易 战争", "贸易-战争"),
        ("《贸易》", "贸易"),
        ("C# / F#", "c#-/-f#"),
        ("//a///b", "a/b"),
        ("a/../b/./c", "b/c"),
        ("../up", "up"),
        ("tab\there", "tab-here"),
        ("\u3000wide\u3000-\u3000", "-wide-"),
        ("İZMİR", "izmir"),
        ("ΟΔΟΣ", "οδοσ"),
        ("90%", "90"),
        ("90%ff", "90%ff"),
        ("%%41", "%41"),
        ("Ⅻ²x", "x"),
    ],
)
def test_follows_hugo(term, slug):
    assert slugify_term(term) == slug


def test_terms_that_differ_by_a_dropped_sign_are_one():
    assert slugify_term("why?") == slugify_term("why") == slugify_term("WHY")


@pytest.mark.parametrize("term", ["🚀", "", "…", "&", "..", "/", "Ⅳ"])
def test_a_term_of_which_nothing_is_left_is_refused_by_name(term):
    with pytest.raises(NoAddressError, match="no letter or digit") as caught:
        slugify_term(term)
    assert f"“{term}”" in str(caught.value)
    assert isinstance(caught.value, ValueError)


@given(st.text())
def test_a_slug_is_its_own_slug(term):
    try:
        slug = slugify_term(term)
    except NoAddressError:
        assume(False)
    assert slugify_term(slug) == slug


@given(st.text())
def test_a_slug_never_leaves_its_folder(term):
    try:
        slug = slugify_term(term)
    except NoAddressError:
        return
    assert not {"", ".", ".."} & set(slug.split("/"))
    assert "?" not in slug
    assert not any(character.isspace() for character in slug)
