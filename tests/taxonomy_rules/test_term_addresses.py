"""A slug is percent-encoded in a link as Hugo encodes it."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.slugs import NoAddressError, slugify_term, term_address


@pytest.mark.parametrize(
    ("slug", "address"),
    [
        ("trade-war", "trade-war"),
        ("f#", "f%23"),
        ("g++", "g++"),
        ("x-/-y", "x-/-y"),
        ("~me@home_", "~me@home_"),
        ("战争", "%E6%88%98%E4%BA%89"),
        ("back\\slash", "back%5Cslash"),
        ("90%ff", "90%ff"),
        ("90%ff-战", "90%FF-%E6%88%98"),
    ],
)
def test_follows_hugo(slug, address):
    assert term_address(slug) == address


@given(st.text())
def test_decoding_an_address_gives_the_slug(term):
    try:
        slug = slugify_term(term)
    except NoAddressError:
        return
    if "%" not in slug:
        assert unquote(term_address(slug)) == slug
    assert term_address(slug).isascii()
