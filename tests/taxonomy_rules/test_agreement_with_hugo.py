"""Slugs, addresses and titles agree with what Hugo 0.147.9 gave a whole list of terms."""

import json

import pytest

from taxonomy.slugs import NoAddressError, slugify_term, term_address
from taxonomy.titles import title_of_term

pytestmark = pytest.mark.shared


@pytest.fixture
def verdicts(shared):
    lines = (shared / "hugo-terms.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_address_agrees_or_is_refused_where_hugo_has_none(verdicts):
    assert len(verdicts) == 722
    for verdict in verdicts:
        try:
            address = f"/tags/{term_address(slugify_term(verdict['term']))}/"
        except NoAddressError:
            address = "/tags/"
        assert address == verdict["address"], verdict["term"]


def test_every_title_agrees(verdicts):
    for verdict in verdicts:
        assert title_of_term(verdict["term"]) == verdict["title"]
