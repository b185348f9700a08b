import pytest

from posts.actions import withdraw_post
from tests.factories import make_draft, make_many, make_post

from .feeds import read, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def posts() -> None:
    make_post(title="A", tags=["AI"], sources=[("Reuters", "https://www.reuters.com/1")])
    make_post(title="AC", tags=["AI", "Chips"], categories=["tech", "world"])
    make_post(title="ACE", tags=["AI", "Chips", "Europe"], categories=["tech"])
    make_post(title="E", tags=["Europe"], categories=["tech"])
    make_post("zh", title="中", tags=["AI"])


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize(
    ("query", "held"),
    [
        ("tags=ai", "A AC ACE"),
        ("tags=ai,chips", "AC ACE"),
        ("any=chips,europe", "AC ACE E"),
        ("not=europe", "A AC"),
        ("tags=ai&not=chips,europe", "A"),
        ("tags=ai&any=chips,europe&not=europe", "AC"),
        ("category=tech", "AC ACE E"),
        ("tags=europe&category=tech", "ACE E"),
        ("source=reuters", "A"),
        ("tags=chips&source=reuters", ""),
        ("limit=2", "A AC"),
        ("any=ai,europe&category=tech&limit=1", "AC"),
    ],
)
def test_all_any_none_and_where(query, held):
    assert titles(query) == held.split()


@pytest.mark.usefixtures("posts")
def test_in_one_language():
    assert titles("tags=ai", "zh") == ["中"]


def test_a_post_stands_once_however_often_it_cites_a_source():
    make_post(title="A", sources=[("BBC", "https://bbc.com/1"), ("BBC", "https://bbc.com/2")])
    assert titles("source=bbc") == ["A"]


def test_names_of_every_kind():
    make_post(title="A", tags=["C++", "C#", "A / B", "中美关系", "100%ab"])
    for slug in ("c%2B%2B", "c%23", "a-%2F-b", "%E4%B8%AD%E7%BE%8E%E5%85%B3%E7%B3%BB", "100%25ab"):
        assert titles(f"tags={slug}") == ["A"]


def test_what_readers_may_not_see_is_not_there():
    make_draft(tags=["AI"])
    withdraw_post(make_post(tags=["AI"]), by=None)
    assert titles("tags=ai") == []


def test_fifty_and_a_hundred_at_most():
    make_many(101, tags=["AI"])
    assert len(titles("tags=ai")) == 50
    assert len(titles("tags=ai&limit=100")) == 100


def test_it_says_where_it_is_and_which_page_changes_it():
    make_post(tags=["C++"])
    feed = read("tags=c%2B%2B&limit=3")
    assert feed["feed_url"].endswith("/en/feeds/feed.json?tags=c%2B%2B&limit=3")
    assert feed["home_page_url"].endswith("/en/subscribe/?tags=c%2B%2B&limit=3")


def test_every_format_has_it(client):
    make_post(title="Held", tags=["AI"])
    for file in ("index.xml", "atom.xml", "feed.json"):
        response = client.get(f"/en/feeds/{file}?tags=ai")
        assert response.status_code == 200
        assert b"Held" in response.content


def test_it_names_no_hub_for_none_is_told_of_it(client, settings):
    settings.WEBSUB_HUBS = ("https://hub.example/",)
    make_post(tags=["AI"])
    response = client.get("/en/feeds/atom.xml?tags=ai")
    assert "hub.example" not in response["Link"] + response.content.decode()
