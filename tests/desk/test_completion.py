"""What is offered while one types."""

import pytest

from taxonomy.models import Tag
from tests.desk.conftest import signed_in
from tests.factories import make_draft, make_editor

pytestmark = pytest.mark.django_db

TAGS = "/admin/posts/post/complete-tags/"
AUTHORS = "/admin/posts/post/complete-authors/"


def offers(client, address, typed, language="en"):
    response = client.get(address, {"q": typed, "language": language})
    return [(row["label"], row["note"]) for row in response.json()["offers"]]


def test_the_most_used_of_those_that_begin_so_come_first(desk):
    make_draft(tags=["China", "US-China relations"])
    make_draft(tags=["China", "Chile", "US-China relations"])
    make_draft(tags=["China", "US-China relations", "Research"])
    assert offers(desk, TAGS, "chi") == [
        ("China", "3 posts"),
        ("Chile", "1 post"),
        ("US-China relations", "3 posts"),
    ]


@pytest.mark.parametrize(
    "typed", ["us china relations", "US-China Relations", "us-china relations"]
)
def test_the_same_tag_comes_first_however_it_is_spelt(desk, typed):
    make_draft(tags=["US-China relations", "US-China relations in trade"])
    response = desk.get(TAGS, {"q": typed, "language": "en"}).json()["offers"]
    assert response[0]["label"] == "US-China relations"
    assert [row["is_same"] for row in response][:1] == [True]


def test_tags_of_another_language_are_not_offered(desk):
    make_draft("zh", tags=["AI"])
    assert offers(desk, TAGS, "AI") == []
    assert offers(desk, TAGS, "AI", "zh") == [("AI", "1 post")]


@pytest.mark.parametrize("typed", ["", " ", "🎉", "%", "_", "\\", "'", "x" * 5000])
def test_odd_input_offers_nothing(desk, typed):
    make_draft(tags=["AI"])
    assert offers(desk, TAGS, typed) == []


def test_the_number_of_queries_is_fixed(desk, django_assert_num_queries):
    for number in range(20):
        Tag.objects.ensure("en", [f"chip {number}"])
    with django_assert_num_queries(5):
        assert len(offers(desk, TAGS, "chip")) == 8


def test_authors_are_offered_by_name(desk):
    make_draft(authors=["Ann Lee", "Joanne Doe"])
    assert offers(desk, AUTHORS, "ann") == [("Ann Lee", ""), ("Joanne Doe", "")]


def test_only_those_who_write_may_ask(publication):
    client = signed_in(make_editor("viewer", "view_post"))
    assert client.get(TAGS, {"q": "a", "language": "en"}).status_code == 403
