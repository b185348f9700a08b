import pytest
from django.test import Client

from tests.factories import make_post

from .pages import get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/en/posts/", "/en/posts/world/", "/en/categories/world/", "/en/tags/trade/"]
)
def test_a_list_names_the_feed_beside_it(address):
    make_post()
    own, site = get(address).xpath("//link[@type='application/rss+xml']")
    assert own.get("href") == f"{address}index.xml"
    assert own.get("title").endswith(" on The Daily Test")
    assert site.get("href") == "/en/index.xml"
    assert Client().get(own.get("href")).status_code == 200


def test_later_pages_name_the_feed_of_the_list():
    for _ in range(21):
        make_post()
    own, _site = get("/en/tags/trade/page/2/").xpath("//link[@type='application/rss+xml']/@href")
    assert own == "/en/tags/trade/index.xml"
