from datetime import UTC, datetime

import pytest

from tests.factories import make_many, make_post
from tests.machine.reading import things
from tests.reader.pages import get, path_of, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def some_dates() -> None:
    for date in [(2023, 12, 1), (2026, 4, 3), (2026, 4, 26), (2026, 7, 1)]:
        make_post(published_at=datetime(*date, 4, tzinfo=UTC))


WAYS = [
    ("2023", "", "2026"),
    ("2026", "2023", ""),
    ("2026/04", "2023/12", "2026/07"),
    ("2026/04/03", "2023/12/01", "2026/04/26"),
    ("2026/07/01", "2026/04/26", ""),
]


@pytest.mark.usefixtures("some_dates")
@pytest.mark.parametrize(("date", "before", "after"), WAYS)
def test_the_dates_beside_are_those_with_posts(date, before, after):
    page = get(f"/en/archive/{date}/")
    for rel, other in [("prev", before), ("next", after)]:
        expected = [f"/en/archive/{other}/"] if other else []
        assert page.xpath(f"//main//a[@rel='{rel}']/@href") == expected
        assert [
            path_of(href) for href in page.xpath(f"//head/link[@rel='{rel}']/@href")
        ] == expected


def test_a_long_month_has_pages_and_the_months_beside_it_are_no_pages_of_it():
    make_post(published_at=datetime(2026, 3, 3, tzinfo=UTC))
    make_many(41, published_at=datetime(2026, 4, 26, 4, tzinfo=UTC))
    page = get("/en/archive/2026/04/page/2/")
    links = page.xpath("//link[@rel='prev' or @rel='next']/@href")
    assert [path_of(href) for href in links] == [
        "/en/archive/2026/04/",
        "/en/archive/2026/04/page/3/",
    ]
    assert text(page, "//nav[@class='pages']") == ["Newer Page 2 of 3 Older"]
    [march] = page.xpath("//nav[@aria-label='Other dates']//a")
    assert (march.get("href"), march.get("rel")) == ("/en/archive/2026/03/", None)
    assert text(page, "//title") == ["April 2026 · Page 2 · The Daily Test"]


@pytest.mark.usefixtures("some_dates")
def test_the_breadcrumbs_lead_up():
    page = get("/en/archive/2026/04/26/")
    steps = text(page, "//nav[@class='crumbs']//li")
    assert steps == ["Front page", "Archive", "2026", "April", "26 April"]
    assert page.xpath("//nav[@class='crumbs']//a/@href")[1:] == [
        "/en/archive/",
        "/en/archive/2026/",
        "/en/archive/2026/04/",
    ]
    told = things("/en/archive/2026/04/26/")["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in told] == steps


@pytest.mark.usefixtures("some_dates")
def test_readers_find_the_archive():
    assert "/en/archive/" in get("/en/").xpath("//main//a/@href")
    assert "/en/archive/" in get("/en/").xpath("//footer//a/@href")
    assert "/en/archive/" in get("/en/nothing/", 404).xpath("//main//a/@href")
