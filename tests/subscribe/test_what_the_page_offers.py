import pytest

from taxonomy.models import Category
from tests.factories import make_draft, make_post, make_publication
from tests.reader.pages import alternates, get, text

pytestmark = pytest.mark.django_db


def test_it_explains_feeds_and_gives_the_address_of_the_sites_own():
    make_post()
    page = get("/en/subscribe/")
    assert text(page, "//h1") == ["Subscribe"]
    assert len(page.xpath("//ol[@class='steps']/li")) == 3
    assert "http://127.0.0.1:8000/en/index.xml" in text(page, "//*[@class='address']")


def test_it_lists_categories_and_tags_with_their_feeds_in_every_format():
    make_post(tags=["Trade", "AI"], categories=["world"])
    make_post(tags=["AI"], categories=["world"])
    make_draft(tags=["Secret"], categories=["secret"])
    page = get("/en/subscribe/")
    names = text(page, "//*[@class='tags-index']/li/a")
    assert names == ["World", "AI", "Trade"]
    hrefs = page.xpath("//*[@class='tags-index']//a[contains(@aria-label, 'Trade')]/@href")
    assert hrefs == [f"/en/tags/trade/{file}" for file in ("index.xml", "atom.xml", "feed.json")]


def test_every_page_leads_to_it_and_it_exists_in_every_language():
    post = make_post()
    make_publication("zh")
    for address in ("/en/", post.get_absolute_url(), "/en/tags/"):
        assert get(address).xpath("//footer//a[text()='Subscribe']/@href") == ["/en/subscribe/"]
    assert alternates(get("/en/subscribe/"))["zh-Hans"] == "/zh/subscribe/"
    assert text(get("/zh/subscribe/"), "//h1") == ["订阅"]


def test_before_the_first_post_it_says_so():
    make_publication()
    page = get("/en/subscribe/")
    assert not page.xpath("//*[@class='tags-index']")
    assert "No post fits yet." in text(page, "//*[@id='site--feed']")[0]


def test_categories_keep_their_order():
    make_post(categories=["world", "art"])
    Category.objects.filter(slug="art").update(position=5)
    assert text(get("/en/subscribe/"), "//*[@class='tags-index']/li/a")[:2] == ["World", "Art"]
