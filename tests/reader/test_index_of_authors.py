import pytest
from django.test import Client

from posts.actions import withdraw_post
from tests.factories import make_post, make_publication

from .pages import alternates, get, text

pytestmark = pytest.mark.django_db


def test_it_counts_by_name_what_each_has_signed_in_the_language():
    make_post(authors=["ben", "Ada"])
    make_post(authors=["Ada"])
    make_post("zh", authors=["Ada", "Carla"])
    page = get("/en/authors/")
    assert text(page, "//h1") == ["Authors"]
    assert text(page, "//main/header/*[@class='details']") == ["2 authors"]
    assert text(page, "//main//li") == ["Ada 2", "ben 1"]
    assert page.xpath("//main//li/a/@href") == ["/en/authors/ada/", "/en/authors/ben/"]


def test_what_is_withdrawn_does_not_count():
    make_post(authors=["Ada"])
    withdraw_post(make_post(authors=["Ada", "Ben"]), by=None)
    assert text(get("/en/authors/"), "//main//li") == ["Ada 1"]


def test_where_nobody_signs_it_says_who_does_and_stays_out_of_search_engines():
    make_post()
    make_post("zh", authors=["Ada"])
    page = get("/en/authors/")
    assert text(page, "//main/p") == ["All pieces are signed by The Desk."]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "/en/authors/" not in alternates(get("/zh/authors/")).values()


def test_languages_in_which_somebody_signs_name_each_other():
    for language in ("en", "zh"):
        make_post(language, authors=["Ada"])
    expected = {"en": "/en/authors/", "zh-Hans": "/zh/authors/", "x-default": "/en/authors/"}
    for address in expected.values():
        assert alternates(get(address)) == expected


def test_there_is_no_page_past_its_end():
    make_publication()
    assert Client().get("/en/authors/page/2/").status_code == 404
    response = Client().get("/en/authors/page/1/")
    assert (response.status_code, response["Location"]) == (301, "/en/authors/")


def test_an_author_leads_back_to_it():
    make_post(authors=["Ada"])
    steps = get("/en/authors/ada/").xpath("//nav[@class='crumbs']//a/@href")
    assert steps == ["/en/", "/en/authors/"]
