import pytest

from tests.factories import make_many, make_post
from tests.reader.pages import get, text

from .reading import things

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def test_the_front_page_says_how_the_site_is_searched():
    make_post()
    thing = things("/en/")["WebSite"]
    assert (thing["name"], thing["url"]) == ("The Daily Test", f"{SITE}/en/")
    template = thing["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{SITE}/en/search/?q={{search_term_string}}"


def test_a_list_counts_its_posts_and_names_those_of_the_page():
    make_many(23)
    items = things("/en/tags/trade/page/2/")["CollectionPage"]["mainEntity"]
    assert items["numberOfItems"] == 23
    assert [item["position"] for item in items["itemListElement"]] == [21, 22, 23]


def test_an_author_is_a_person():
    make_post(authors=["Ada"])
    assert things("/en/authors/ada/")["ProfilePage"]["mainEntity"]["name"] == "Ada"


@pytest.mark.parametrize("address", ["/en/tags/trade/", "/en/posts/world/a/", "/en/categories/"])
def test_machines_get_the_breadcrumbs_that_people_see(address):
    make_post(slug="a")
    steps = things(address)["BreadcrumbList"]["itemListElement"]
    document = get(address)
    assert [step["name"] for step in steps] == text(document, "//nav[@class='crumbs']//li")
    seen = document.xpath("//nav[@class='crumbs']//li/a/@href")
    assert [step["item"] for step in steps if "item" in step] == [f"{SITE}{path}" for path in seen]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
