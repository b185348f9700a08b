"""Twelve at most, however many posts: the database is asked once for each kind of thing."""

import pytest
from django.core.exceptions import FieldFetchBlocked
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from posts.models import Post
from publication.models import Page
from taxonomy.models import Category, Tag
from tests.factories import NEWEST, make_imported, make_many, make_post, make_publication

pytestmark = pytest.mark.django_db

COSTS = {
    "/en/": 8,
    "/en/page/2/": 6,
    "/en/posts/": 6,
    "/en/posts/page/2/": 6,
    "/en/posts/world/": 8,
    "/en/categories/": 5,
    "/en/categories/world/": 8,
    "/en/tags/": 6,
    "/en/tags/trade/": 9,
    "/en/posts/world/twin/": 12,
    "/en/archive/": 4,
    "/en/archive/2026/": 7,
    "/en/archive/2026/04/": 8,
    "/en/archive/2026/04/page/2/": 8,
    "/en/archive/2026/04/26/": 8,
    "/en/authors/": 6,
    "/en/sources/": 6,
    "/en/sources/example-wire/": 10,
    "/en/about/": 4,
    "/en/nothing/": 5,
}


@pytest.fixture
def two_languages() -> None:
    for language in ("en", "zh"):
        make_imported(language, slug="twin", tags=["Trade", "Chips"], authors=["Ada", "Ben"])
        for number in range(21):
            make_imported(language, slug=f"post-{language}-{number}", tags=["Trade", "Chips"])
        make_post(language, published_at=NEWEST)
    Tag.objects.filter(slug="trade").update(concept="trade")
    Category.objects.filter(slug="world").update(concept="world")
    Page.objects.create(publication=make_publication(), path="about", title="About")


@pytest.mark.usefixtures("two_languages")
def test_every_kind_of_page_costs_as_many_as_it_must(django_assert_num_queries):
    for address, queries in COSTS.items():
        # The first page of a list after a change of it counts its posts: `posts.sizes`.
        Client().get(address)
        with django_assert_num_queries(queries, info=address):
            Client().get(address)


DATES_AND_NAMES = [
    "/en/archive/",
    "/en/archive/2026/",
    "/en/archive/2026/04/",
    "/en/archive/2026/04/26/",
    "/en/authors/",
    "/en/sources/",
    "/en/sources/example-wire/",
]


def test_dates_and_names_cost_the_same_with_five_posts_and_with_sixty():
    make_many(5, published_at=NEWEST)
    make_imported(authors=["Ada"], sources=[("Reuters", "https://www.reuters.com/1")])
    few = [queries_of(address) for address in DATES_AND_NAMES]
    make_many(55, tags=["Chips"], sources=[("AFP", "https://www.afp.com/1")])
    for number in range(5):
        make_imported(authors=[f"Ben {number}"], sources=[(f"Paper {number}", "")])
    assert [queries_of(address) for address in DATES_AND_NAMES] == few


def queries_of(address: str) -> int:
    # The first page of a list after a change of it counts its posts: `posts.sizes`.
    Client().get(address)
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address).status_code == 200, address
    return len(queries)


@pytest.mark.usefixtures("two_languages")
def test_a_list_shows_nothing_that_it_did_not_load():
    post = Post.objects.published("en").for_listing().first()
    with pytest.raises(FieldFetchBlocked):
        _ = post.body
