"""What asks the database once for each post, tag or source makes a page slow as the site grows."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_imported, make_many
from tests.quality.newsroom import build
from tests.quality.pages import addresses

pytestmark = pytest.mark.django_db


def costs() -> dict[str, int]:
    """The queries of every kind of page, by its address."""
    found = {}
    for address, status in addresses("en").items():
        # The first page of a list after a change of it counts its posts: `posts.sizes`.
        Client().get(address)
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(address).status_code == status, address
        found[address] = len(asked)
    return found


def test_of_every_kind():
    build()
    few = costs()
    make_many(
        100,
        tags=["Trade", "Chips", "Tariffs"],
        authors=["Ada Example"],
        sources=[("Reuters", "https://www.reuters.com/many"), ("A letter", "")],
    )
    for number in range(6):
        make_imported(
            tags=["Trade", f"Trade {number}", f"Chips {number}"],
            categories=["world", f"World {number}"],
            authors=["Ada Example", f"Author {number}"],
            sources=[(f"Paper {number}", f"https://paper-{number}.example/")],
        )
    assert costs() == few
