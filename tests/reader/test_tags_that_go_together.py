import pytest

from tests.factories import make_post

from .pages import get, text

pytestmark = pytest.mark.django_db

BESIDE = "//nav[@class='beside']//li"


def test_the_most_frequent_first_and_none_that_is_elsewhere():
    for tags in (["Trade", "Chips"], ["Trade", "Chips", "Tariffs"], ["Sport", "Chips"]):
        make_post(tags=tags)
    assert text(get("/en/tags/trade/"), BESIDE) == ["Chips", "Tariffs"]
    assert text(get("/en/tags/sport/"), BESIDE) == ["Chips"]


def test_a_tag_that_stands_alone_has_none():
    make_post(tags=["Alone"])
    assert not get("/en/tags/alone/").xpath(BESIDE)


def test_later_pages_do_not_say_it_again():
    for number in range(21):
        make_post(title=f"Post {number}", tags=["Trade", "Chips"])
    assert text(get("/en/tags/trade/"), BESIDE) == ["Chips"]
    assert not get("/en/tags/trade/page/2/").xpath(BESIDE)
