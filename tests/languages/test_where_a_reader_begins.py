import pytest
from django.test import Client

from tests.factories import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def publications() -> None:
    make_publication("en")
    make_publication("zh")


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("", "/en/"),
        ("zh-CN", "/zh/"),
        ("zh-TW,zh;q=0.9", "/zh/"),
        ("fr;q=1, zh-HK;q=0.4, en;q=0.3", "/zh/"),
        ("zh;q=0.2,en-GB;q=0.8", "/en/"),
        ("en;q=0, *;q=0.5", "/zh/"),
        ("de", "/en/"),
        ("zh;q=nan, ;;,", "/en/"),
        ("zh;q=5", "/en/"),
    ],
)
def test_the_browser_is_asked(header, path):
    response = Client().get("/", headers={"Accept-Language": header})
    assert (response.status_code, response["Location"]) == (302, path)
    assert response["Vary"] == "Accept-Language, Cookie, Accept-Encoding"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("header", "path"),
    [("zh-TW", "/zh-tw/"), ("zh-HK", "/zh-tw/"), ("zh-SG", "/zh/"), ("zh", "/zh/")],
)
def test_the_closest_chinese_is_chosen(header, path):
    make_publication("zh-tw", position=2)
    assert Client().get("/", headers={"Accept-Language": header})["Location"] == path


def test_a_choice_holds_whatever_the_browser_wants():
    client = Client(headers={"Accept-Language": "en"})
    response = client.post("/language/zh/", {"next": "/zh/tags/%E8%8A%AF/?a=b"})
    assert (response.status_code, response["Location"]) == (303, "/zh/tags/%E8%8A%AF/?a=b")
    cookie = response.cookies["language"]
    assert (cookie["path"], cookie["samesite"], cookie["max-age"]) == ("/", "Lax", 31_536_000)
    assert client.get("/?a=b")["Location"] == "/zh/?a=b"


def test_a_choice_that_is_gone_is_no_choice():
    client = Client(headers={"Accept-Language": "zh"})
    client.cookies["language"] = "xx"
    assert client.get("/")["Location"] == "/zh/"


@pytest.mark.parametrize(
    "goal",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", "", "zh/"],
)
def test_no_other_site_is_the_goal(goal):
    assert Client().post("/language/zh/", {"next": goal})["Location"] == "/zh/"


def test_a_link_changes_nothing_and_an_unknown_language_is_none():
    assert Client().get("/language/zh/").status_code == 405
    assert Client().post("/language/xx/").status_code == 404


def test_pages_set_no_cookie_and_are_the_same_for_all():
    response = Client(headers={"Accept-Language": "zh"}).get("/en/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "Accept-Language" not in response.get("Vary", "")
