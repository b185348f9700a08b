import pytest
from django.core.management import call_command

from tests.factories import make_many, make_publication

pytestmark = pytest.mark.django_db

COSTS = {
    "/en/search/": 5,
    "/en/search/?q=headline": 10,
    "/en/search/?q=headline&page=2": 10,
    "/en/search/?q=headline&section=world&tag=trade&from=2020-01-01": 12,
    "/en/search/?q=zzzz": 9,
    "/en/search/?q=???": 5,
}


@pytest.mark.parametrize("number", [25, 150])
def test_however_many_posts(client, django_assert_num_queries, number):
    make_publication("zh")
    make_many(number)
    call_command("rebuild_search", verbosity=0)
    for address, queries in COSTS.items():
        with django_assert_num_queries(queries, info=address):
            assert client.get(address).status_code == 200
