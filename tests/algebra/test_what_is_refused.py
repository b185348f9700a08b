import pytest
from django.test import Client

from tests.factories import make_post, make_publication

pytestmark = pytest.mark.django_db


def refusal(query: str, status: int, language: str = "en") -> str:
    response = Client().get(f"/{language}/feeds/index.xml?{query}")
    assert response.status_code == status
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


def test_an_unknown_name_is_named_with_what_is_like_it():
    make_post(tags=["Chips", "Trade"])
    said = refusal("tags=chip,nowhere,trade", 404)
    assert "There is no tag “chip”. Similar: chips." in said
    assert "There is no tag “nowhere”." in said
    assert "“trade”" not in said
    assert "http://127.0.0.1:8000/en/subscribe/" in said


def test_so_are_categories_and_sources():
    make_post()
    said = refusal("category=worl&source=exampl", 404)
    assert "There is no category “worl”. Similar: world." in said
    assert "There is no source “exampl”. Similar: example-wire." in said


def test_a_tag_of_another_language_is_unknown():
    make_publication("zh")
    make_post(tags=["Trade"])
    assert "没有“trade”这个标签" in refusal("tags=trade", 404, "zh")


@pytest.mark.parametrize("limit", ["0", "101", "-1", "ten", "1.5", "99999999999999999999", "٣"])
def test_a_limit_out_of_bounds_is_answered_with_the_bounds(limit):
    make_publication()
    assert "from 1 to 100" in refusal(f"limit={limit}", 400)


def test_more_names_than_twenty():
    make_publication()
    names = ",".join(f"tag-{number}" for number in range(21))
    assert "20 tags at most" in refusal(f"any={names}", 400)


def test_a_name_both_asked_for_and_left_out():
    make_publication()
    assert "No post is about “ai” and without it." in refusal("tags=ai&not=ai", 400)


def test_two_categories():
    make_publication()
    assert "Only one" in refusal("category=a,b", 400)


@pytest.mark.parametrize(
    "query", ["tags=%00", "source=%00", "tags=%F0%9F%8E%89", "source=%FF", "category=%EF%BF%BD"]
)
def test_what_no_name_can_be_is_not_there(client, query):
    make_publication()
    assert client.get(f"/en/feeds/index.xml?{query}", follow=True).status_code == 404


def test_a_language_that_is_not_there(client):
    make_publication()
    assert client.get("/fr/feeds/index.xml?tags=a").status_code == 404
