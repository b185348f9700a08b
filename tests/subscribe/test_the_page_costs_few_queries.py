import pytest
from django.test import Client

from tests.factories import make_imported

pytestmark = pytest.mark.django_db

COSTS = {
    "/en/subscribe/": 7,
    "/en/subscribe/?tags=ai&not=trade&category=world": 8,
    "/en/subscribe/?tags=a&not=b&category=c": 10,
    "/en/feeds.opml": 4,
}


def test_however_many_posts(django_assert_num_queries):
    for number in range(12):
        make_imported(slug=f"post-{number}", tags=["AI", "Trade", f"Tag {number}"])
    for address, queries in COSTS.items():
        with django_assert_num_queries(queries, info=address):
            Client().get(address)
