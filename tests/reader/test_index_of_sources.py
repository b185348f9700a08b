import pytest

from posts.views import names
from tests.factories import make_post

from .pages import get, path_of, text

pytestmark = pytest.mark.django_db

REUTERS = ("Reuters", "https://www.reuters.com/1")
BBC = ("BBC", "https://www.bbc.co.uk/1")
AFP = ("afp", "https://www.afp.com/1")


def test_the_most_cited_come_first_and_a_post_counts_once():
    make_post(sources=[REUTERS, REUTERS, BBC])
    make_post(sources=[REUTERS, AFP])
    make_post("zh", sources=[BBC, BBC])
    page = get("/en/sources/")
    assert text(page, "//h1") == ["Sources"]
    assert text(page, "//main/header/*[@class='details']") == ["3 sources"]
    assert text(page, "//main//li") == ["Reuters 2", "afp 1", "BBC 1"]
    assert page.xpath("//main//li/a/@href")[0] == "/en/sources/reuters/"


def test_what_does_not_fit_is_on_the_next_page(monkeypatch):
    monkeypatch.setattr(names, "NAMES_PER_PAGE", 2)
    make_post(sources=[REUTERS, BBC, AFP])
    first, second = get("/en/sources/"), get("/en/sources/page/2/")
    assert text(first, "//main//li") + text(second, "//main//li") == ["afp 1", "BBC 1", "Reuters 1"]
    for page, rel, address in [(first, "next", "page/2/"), (second, "prev", "")]:
        [link] = page.xpath(f"//head/link[@rel='{rel}']/@href")
        assert path_of(link) == f"/en/sources/{address}"
        assert page.xpath(f"//main//a[@rel='{rel}']/@href") == [f"/en/sources/{address}"]
    assert text(second, "//title") == ["Sources · Page 2 · The Daily Test"]


def test_where_nothing_is_cited_it_says_so():
    make_post(sources=[])
    page = get("/en/sources/")
    assert text(page, "//main/p") == ["No piece cites a source yet."]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
