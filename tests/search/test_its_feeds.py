import json

import pytest
from django.core.management import call_command
from django.test import Client

from posts.actions import save_post, withdraw_post
from tests.factories import content, make_many, make_post, make_publication

from .pages import ask

pytestmark = pytest.mark.django_db

FEED = "/en/search/feed.json?q=quantum"


def titles(address: str = FEED) -> list[str]:
    return [item["title"] for item in json.loads(Client().get(address).content)["items"]]


def test_the_newest_that_are_found():
    make_post(title="Newer", summary="Quantum.")
    make_post(title="Quantum")
    make_post(title="Other")
    assert titles() == ["Newer", "Quantum"]


@pytest.mark.parametrize("file", ["index.xml", "atom.xml", "feed.json"])
def test_a_copy_holds_until_something_changes(file):
    post = make_post(title="Quantum")
    address = f"/en/search/{file}?q=quantum"
    etag = Client().get(address)["ETag"]
    assert Client().get(address, headers={"if-none-match": etag}).status_code == 304
    save_post(post, content(title="Other", slug=post.slug), by=None)
    assert Client().get(address, headers={"if-none-match": etag}).status_code == 200
    make_post(title="Quantum again")
    withdraw_post(post, by=None)
    assert titles() == ["Quantum again"]


def test_entries_made_anew_make_it_new():
    make_post(title="Quantum")
    etag = Client().get(FEED)["ETag"]
    call_command("rebuild_search", verbosity=0)
    assert Client().get(FEED, headers={"if-none-match": etag}).status_code == 200


def test_two_queries_have_two_tags():
    make_post(title="Quantum")
    one, other = (Client().get(f"/en/search/index.xml?q={q}")["ETag"] for q in "ab")
    assert one != other


@pytest.mark.parametrize(
    ("query", "status"), [("", 400), ("q=", 400), ("q=%3F", 400), ("q=-a", 400),
                          ("q=a&tag=nothing", 404), ("q=a&from=x", 400)]
)  # fmt: skip
def test_what_is_refused(query, status):
    make_publication()
    response = Client().get(f"/en/search/index.xml?{query}")
    assert response.status_code == status
    assert response["Content-Type"].startswith("text/plain")


def test_one_address_a_query():
    make_publication()
    response = Client().get("/en/search/index.xml?utm=1&q=+quantum+")
    assert (response.status_code, response["Location"]) == (301, "/en/search/index.xml?q=quantum")


def test_the_page_leads_to_it():
    make_post(title="Quantum")
    links = ask("quantum").xpath("//head/link[@type='application/rss+xml']/@href")
    assert "/en/search/index.xml?q=quantum" in links


def test_a_poll_costs_few_queries(django_assert_num_queries, django_assert_max_num_queries):
    make_many(60, title="Quantum")
    call_command("rebuild_search", verbosity=0)
    with django_assert_max_num_queries(9):
        response = Client().get(FEED)
    assert len(json.loads(response.content)["items"]) == 50
    with django_assert_num_queries(2):
        Client().get(FEED, headers={"if-none-match": response["ETag"]})
