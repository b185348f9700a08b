import pytest

from edge.models import Stamp
from tests.factories import make_many

pytestmark = pytest.mark.django_db

QUERY = "tags=ai,trade&any=ai,chips&not=europe&category=world&source=wire"


@pytest.fixture(autouse=True)
def posts() -> None:
    make_many(60, tags=["AI", "Trade", "Chips"], sources=[("Wire", "https://wire.example/")])
    make_many(1, tags=["Europe"])


@pytest.mark.parametrize("file", ["index.xml", "atom.xml", "feed.json"])
def test_a_feed_costs_eight_queries_at_most(client, django_assert_max_num_queries, file):
    with django_assert_max_num_queries(8):
        response = client.get(f"/en/feeds/{file}?{QUERY}")
    assert response.content.count(b"Headline") >= 50


# The publications, which a running site remembers, and the stamps.
@pytest.mark.parametrize("query", [QUERY, "not=europe", "limit=10"])
def test_a_copy_that_holds_costs_two(client, django_assert_num_queries, query):
    address = f"/en/feeds/index.xml?{query}"
    etag = client.get(address)["ETag"]
    with django_assert_num_queries(2):
        response = client.get(address, headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_a_name_that_no_post_ever_had_is_looked_up(client, django_assert_num_queries):
    address = "/en/feeds/index.xml?tags=ai&not=europe"
    Stamp.objects.filter(key="en/tags/europe").delete()
    etag = client.get(address)["ETag"]
    with django_assert_num_queries(3):
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
