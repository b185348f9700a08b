import pytest

from publication.models import Page
from tests.factories import make_publication

from .pages import get, text

pytestmark = pytest.mark.django_db


def test_it_stands_at_its_path_and_in_the_foot():
    Page.objects.create(
        publication=make_publication(),
        path="about/us",
        title="About us",
        summary="Who we are.",
        body="<p>Text.</p>",
    )
    page = get("/en/about/us/")
    assert text(page, "//h1") == ["About us"]
    assert text(page, "//*[@class='prose']") == ["Text."]
    assert page.xpath("//footer//a[text()='About us']/@href") == ["/en/about/us/"]


def test_there_is_no_page_of_another_language():
    Page.objects.create(publication=make_publication("zh"), path="about", title="关于")
    make_publication("en")
    get("/en/about/", 404)
