from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from lxml import etree

from feeds.sitemaps import kinds, views
from posts.actions import withdraw_post
from publication.models import Page
from taxonomy.models import Tag
from tests.factories import make_imported, make_many, make_post, make_publication

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
# The order that the schemas of sitemaps.org and of the news extension ask for.
ORDER = ["loc", "lastmod", "link", "news"]


def read(path: str) -> etree._Element:
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = etree.fromstring(response.content)
    for entry in root:
        names = [etree.QName(child).localname for child in entry]
        assert names == sorted(names, key=ORDER.index)
        assert names.count("loc") == 1
        [loc] = entry.xpath("s:loc/text()", namespaces=NAMES)
        assert loc.startswith(SITE)
        assert loc.isascii()
        for stamp in entry.xpath("s:lastmod/text()", namespaces=NAMES):
            assert datetime.fromisoformat(stamp).tzinfo
    assert len(root) <= 50_000
    return root


def locs(path: str) -> list[str]:
    found = read(path).xpath("//s:loc/text()", namespaces=NAMES)
    return [unquote(loc.removeprefix(SITE)) for loc in found]


@pytest.fixture
def a_site() -> None:
    make_imported("en", slug="twin", tags=["Trade"], authors=["Ada"])
    make_imported("zh", slug="twin", tags=["贸易"])
    Tag.objects.update(concept="trade")
    Tag.objects.create(language="en", slug="unused", name="Unused", title="Unused")
    Page.objects.create(publication=make_publication(), path="about", title="About")


@pytest.mark.usefixtures("a_site")
def test_a_language_lists_every_page_and_each_exists():
    found = locs("/en/sitemap.xml")
    assert len(set(found)) == len(found)
    assert {
        "/en/",
        "/en/posts/",
        "/en/categories/world/",
        "/en/tags/trade/",
        "/en/authors/",
        "/en/authors/ada/",
        "/en/sources/",
        "/en/sources/example-wire/",
        "/en/archive/",
        "/en/archive/2026/",
        "/en/archive/2026/04/",
        "/en/about/",
        "/en/posts/world/twin/",
    } <= set(found)
    assert "/en/tags/unused/" not in found
    assert "/zh/authors/" not in locs("/zh/sitemap.xml")
    for path in found:
        assert Client().get(path).status_code == 200, path


@pytest.mark.usefixtures("a_site")
def test_alternates_are_those_of_the_pages():
    from tests.reader.pages import alternates, get

    for entry in read("/en/sitemap.xml"):
        path = entry[0].text.removeprefix(SITE)
        links = entry.xpath("x:link", namespaces=NAMES)
        said = {link.get("hreflang"): link.get("href").removeprefix(SITE) for link in links}
        assert said == alternates(get(path)), path


def test_posts_that_do_not_fit_are_in_their_months(monkeypatch):
    monkeypatch.setattr(views, "NEWEST", 3)
    make_many(3, published_at=datetime(2026, 4, 10, tzinfo=UTC))
    old = make_post(slug="old", published_at=datetime(2026, 2, 1, tzinfo=UTC))
    assert old.get_absolute_url() not in locs("/en/sitemap.xml")
    assert locs("/sitemap.xml") == ["/en/sitemap.xml", "/en/sitemap/2026-02.xml"]
    assert locs("/en/sitemap/2026-02.xml") == ["/en/posts/world/old/"]


def test_a_year_is_as_new_as_the_newest_of_its_months():
    for month in (1, 4):
        make_post(published_at=datetime(2026, month, 10, tzinfo=UTC))
    make_post(published_at=datetime(2025, 4, 10, tzinfo=UTC))
    found = {
        entry[0].text.removeprefix(SITE): entry.findtext("s:lastmod", namespaces=NAMES)
        for entry in read("/en/sitemap.xml")
    }
    dates = [found[f"/en/archive/{date}"] for date in ("2026/01/", "2026/04/", "2026/")]
    assert dates[0] < dates[1] == dates[2] < found["/en/archive/2025/"] == found["/en/archive/"]


def test_what_a_language_has_too_many_of_is_in_further_documents(monkeypatch):
    monkeypatch.setattr(kinds, "MOST", 2)
    names = [f"Name {number}" for number in range(5)]
    for name in names:
        make_post(tags=[name], authors=[name], sources=[(name, "")])
    make_post("zh", tags=["一"])
    documents = locs("/sitemap.xml")
    further = [path for path in documents if path.startswith("/en/sitemap/")]
    assert further == [
        f"/en/sitemap/{kind}-{number}.xml"
        for kind in ("authors", "sources", "tags")
        for number in (2, 3)
    ]
    found = [path for document in documents for path in locs(document)]
    assert len(set(found)) == len(found)
    for kind in ("authors", "sources", "tags"):
        assert {f"/en/{kind}/name-{number}/" for number in range(5)} <= set(found)
        assert f"/en/{kind}/name-4/" not in locs("/en/sitemap.xml")


@pytest.mark.parametrize("part", ["tags-1", "tags-2", "tags-0", "nothing-2", "2026-13", "9999-12"])
def test_there_is_no_other_document(part):
    make_post()
    assert Client().get(f"/en/sitemap/{part}.xml").status_code == 404


def test_news_are_those_of_two_days():
    now = datetime.now(UTC)
    make_post(slug="new", title="News & <more>", published_at=now - timedelta(hours=40))
    make_post("zh", slug="new", published_at=now - timedelta(hours=1))
    make_post(slug="old", published_at=now - timedelta(hours=49))
    root = read("/news-sitemap.xml")
    assert root.xpath("//n:language/text()", namespaces=NAMES) == ["zh-cn", "en"]
    assert root.xpath("//n:title/text()", namespaces=NAMES)[1] == "News & <more>"
    assert root.xpath("//n:name/text()", namespaces=NAMES) == ["每日测试", "The Daily Test"]


DOCUMENTS = ["/sitemap.xml", "/en/sitemap.xml", "/en/sitemap/2026-04.xml", "/news-sitemap.xml"]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_copy_holds_until_something_changes(path):
    post = make_post(slug="a", published_at=datetime(2026, 4, 10, tzinfo=UTC))
    first = Client().get(path)
    headers = {"If-None-Match": first["ETag"]}
    assert Client().get(path, headers=headers).status_code == 304
    withdraw_post(post, by=None)
    assert Client().get(path, headers=headers).status_code == 200


def test_each_costs_few_queries(django_assert_num_queries):
    make_many(30)
    make_imported("zh")
    costs = zip(DOCUMENTS, [7, 12, 3, 2], strict=True)
    for path, queries in costs:
        with django_assert_num_queries(queries, info=path):
            Client().get(path)


def test_robots_are_led_to_the_sitemaps_and_away_from_the_desk():
    make_publication()
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert f"Sitemap: {SITE}/news-sitemap.xml" in lines
    assert {"Disallow: /admin/", "Disallow: /en/search/?"} <= set(lines)
    assert "Disallow: /" not in lines
