"""Categories, tags and authors as feeds write them."""

import pytest

from transfer.feed import parse
from transfer.feed.kinds import sort_terms
from transfer.feed.people import name_of_person

from .samples import rss


def test_terms_are_sorted_by_scheme():
    terms = [
        ("category", "ai-tech"),
        ("tag", "US trade"),
        ("", "Loose"),
        ("https://a.example/schemes/category", "World"),
        ("post_tag", "US trade"),
        ("https://a.example/#section", "Local"),
        ("tag", " \n "),
        ("tag", "us trade"),
    ]
    assert sort_terms(terms) == (("ai-tech", "World", "Local"), ("US trade", "Loose", "us trade"))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("desk@a.example (News Desk)", "News Desk"),
        ("News Desk <desk@a.example>", "News Desk"),
        ('"Desk, News" <desk@a.example>', "Desk, News"),
        ("News Desk (mailto:desk@a.example)", "News Desk"),
        ("desk@a.example", "desk@a.example"),
        ("goods.example", "goods.example"),
        ("A (of B)", "A (of B)"),
        (" \n", ""),
    ],
)
def test_a_person_has_a_name(written, name):
    assert name_of_person(written) == name


def test_all_authors_of_an_item_are_kept_once():
    item = "<author>a@a.example (A)</author><dc:creator>B</dc:creator><dc:creator>A</dc:creator>"
    assert parse(rss(item)).entries[0].authors == ("A", "B")
