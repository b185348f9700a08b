import pytest
from django.test import Client

from publication.models import Page
from taxonomy.models import Category, Tag
from tests.factories import make_imported, make_post, make_publication

from .pages import alternates, get

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_languages() -> None:
    """A post in both languages, with a tag, a category and a Page in both; and one alone."""
    make_imported("en", slug="twin", tags=["Trade"])
    make_imported("zh", slug="twin", tags=["贸易"])
    make_post(slug="alone", tags=["Chips"], section="finance", categories=["finance"])
    Tag.objects.filter(name__in=["Trade", "贸易"]).update(concept="trade")
    Category.objects.filter(slug="world").update(concept="world")
    for code in ("en", "zh"):
        Page.objects.create(publication=make_publication(code), path="about", title="About")


SHARED = [
    ("/en/", "/zh/"),
    ("/en/posts/", "/zh/posts/"),
    ("/en/posts/world/twin/", "/zh/posts/world/twin/"),
    ("/en/categories/", "/zh/categories/"),
    ("/en/categories/world/", "/zh/categories/world/"),
    ("/en/tags/", "/zh/tags/"),
    ("/en/tags/trade/", "/zh/tags/%E8%B4%B8%E6%98%93/"),
    ("/en/about/", "/zh/about/"),
]


@pytest.mark.parametrize(("english", "chinese"), SHARED)
def test_each_names_itself_the_other_and_the_default(english, chinese):
    expected = {"en": english, "zh-Hans": chinese, "x-default": english}
    assert alternates(get(english)) == expected
    assert alternates(get(chinese)) == expected


@pytest.mark.parametrize(("english", "chinese"), SHARED)
def test_the_switch_leads_to_the_translation(english, chinese):
    assert switch(english) == chinese
    assert switch(chinese) == english


ALONE = ["/en/posts/world/", "/en/posts/finance/alone/", "/en/tags/chips/", "/en/nothing/"]


@pytest.mark.parametrize("address", ALONE)
def test_the_switch_leads_to_a_page_that_exists(address):
    status = 404 if address == "/en/nothing/" else 200
    assert Client().get(switch(address, status)).status_code == 200


def test_what_is_in_one_language_alone_names_that_one():
    address = "/en/posts/finance/alone/"
    assert alternates(get(address)) == {"en": address, "x-default": address}
    assert switch(address) == "/zh/"


def test_a_subject_without_posts_there_is_no_translation():
    Tag.objects.create(language="zh", slug="芯片", name="芯片", title="芯片", concept="chips")
    Tag.objects.filter(slug="chips").update(concept="chips")
    assert switch("/en/tags/chips/") == "/zh/tags/"


def switch(address: str, status: int = 200) -> str:
    [link] = get(address, status).xpath("//header//nav[contains(@class,'languages')]//a")
    return link.get("href")
