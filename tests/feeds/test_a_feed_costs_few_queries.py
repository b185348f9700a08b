import pytest

from tests.factories import make_many

pytestmark = pytest.mark.django_db

QUERIES = {
    "/index.xml": 6,
    "/en/index.xml": 6,
    "/en/posts/index.xml": 6,
    "/en/posts/world/index.xml": 7,
    "/en/categories/world/index.xml": 7,
    "/en/tags/trade/index.xml": 7,
}


def test_however_many_entries(client, django_assert_num_queries):
    make_many(50, tags=["Trade", "AI"], sources=[("A", "https://a.example/"), ("B", "")])
    for address, number in QUERIES.items():
        with django_assert_num_queries(number):
            response = client.get(address)
        assert response.content.count(b"<item>") == 50
