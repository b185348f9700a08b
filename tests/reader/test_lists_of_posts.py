from datetime import UTC, datetime

import pytest
from django.test import Client

from posts.views import terms
from tests.factories import make_post, make_publication

from .pages import get, path_of, text

pytestmark = pytest.mark.django_db


def test_a_tag_says_what_it_is_and_shows_its_posts_by_month():
    make_publication(time_zone="Asia/Shanghai")
    for day in (datetime(2026, 3, 31, 17, tzinfo=UTC), datetime(2026, 2, 3, tzinfo=UTC)):
        make_post(tags=["US-China relations"], published_at=day)
    make_post(tags=["Chips"])
    page = get("/en/tags/us-china-relations/")
    assert text(page, "//h1") == ["US-China Relations"]
    assert "2 posts since February 2026" in text(page, "//main/header/p")[-1]
    assert text(page, "//main//h2") == ["April 2026", "February 2026"]
    assert text(page, "//article//time") == ["1 April", "3 February"]


def test_pages_know_their_neighbours():
    for _ in range(41):
        make_post()
    page = get("/en/posts/page/2/")
    assert page.xpath("//link[@rel='prev' or @rel='next']/@href") == [
        "http://127.0.0.1:8000/en/posts/",
        "http://127.0.0.1:8000/en/posts/page/3/",
    ]
    assert text(page, "//nav[@class='pages']") == ["Newer Page 2 of 3 Older"]
    assert text(page, "//title") == ["All posts · Page 2 · The Daily Test"]


def test_page_one_is_the_list_itself():
    make_post()
    response = Client().get("/en/tags/trade/page/1/")
    assert (response.status_code, response["Location"]) == (301, "/en/tags/trade/")
    assert Client().get("/en/tags/trade/page/2/").status_code == 404


def test_a_list_without_posts_stays_out_of_search_engines():
    post = make_post(tags=["Trade"])
    post.tagged.all().delete()
    page = get("/en/tags/trade/")
    assert text(page, "//main/p") == ["Nothing has been published here yet."]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_an_entry_names_its_section_where_that_says_something():
    make_post(section="world", categories=["world", "tech"])
    assert not text(get("/en/categories/world/"), "//article//*[@class='kicker']")
    assert text(get("/en/categories/tech/"), "//article//*[@class='kicker']") == ["World"]


def test_the_index_of_tags_counts_and_ignores_case():
    make_post(tags=["apples", "Zebras"])
    make_post(tags=["apples", "Bees"])
    page = get("/en/tags/")
    assert text(page, "//main//li") == ["Apples 2", "Bees 1", "Zebras 1"]


def test_the_index_of_tags_has_pages_that_lead_to_each_other(monkeypatch):
    monkeypatch.setattr(terms, "TAGS_PER_PAGE", 2)
    make_post(tags=["Apples", "Bees", "Zebras"])
    for address, rel, other in [("", "next", "page/2/"), ("page/2/", "prev", "")]:
        page = get(f"/en/tags/{address}")
        assert page.xpath(f"//main//a[@rel='{rel}']/@href") == [f"/en/tags/{other}"]
        [link] = page.xpath(f"//head/link[@rel='{rel}']/@href")
        assert path_of(link) == f"/en/tags/{other}"


def test_the_index_of_categories_keeps_their_order():
    make_post(categories=["world"])
    make_post(categories=["world", "art"])
    page = get("/en/categories/")
    assert text(page, "//main//h2") == ["Art", "World"]
    assert "2 posts" in text(page, "//main//li")[1]
