"""Lists take a fixed number of queries and do not load texts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.forms import ADD, LIST, edit
from tests.factories import make_post

pytestmark = pytest.mark.django_db

LISTS = [
    LIST,
    f"{LIST}?q=headline",
    f"{LIST}?writer=me",
    f"{LIST}?tag=en/t0",
    f"{LIST}?tag=T0&publication__code__exact=en",
    f"{LIST}?category=world",
    f"{LIST}?author=ann-0",
    f"{LIST}?status__exact=published&publication__id__exact=1",
    "/admin/posts/author/",
    "/admin/posts/author/?q=ann",
    "/admin/posts/redirect/",
    "/admin/taxonomy/tag/?language=en",
    "/admin/taxonomy/tag/?q=a",
    "/admin/taxonomy/category/?language=en",
    "/admin/sources/publisher/?q=wire",
    "/admin/publication/page/",
    "/admin/publication/publication/?q=x",
]


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("address", LISTS)
def test_more_rows_take_no_more_queries(desk, address):
    make_post(tags=["T0"], authors=["Ann 0"], sources=[("W0", "https://w0.example/")])
    one = queries(desk, address)
    for number in range(1, 8):
        source = (f"W{number}", f"https://w{number}.example/")
        make_post(tags=[f"T{number}"], authors=[f"Ann {number}"], sources=[source])
    many = queries(desk, address)
    assert len(many) == len(one) <= 13
    assert not any('"posts_post"."body"' in sql for sql in many)


def test_the_form_takes_a_fixed_number(desk):
    small = make_post(tags=["A"], sources=[("W", "https://w.example/")])
    sources = [(f"W{number}", f"https://w{number}.example/") for number in range(9)]
    large = make_post(
        tags=[f"T{number}" for number in range(9)],
        categories=["world", "tech", "finance"],
        sources=sources,
        authors=["Ann", "Bo", "Cy"],
    )
    for post in (small, large):
        queries(desk, edit(post))
    assert len(queries(desk, edit(large))) == len(queries(desk, edit(small))) <= 39
    assert len(queries(desk, ADD)) <= 16
