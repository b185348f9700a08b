from datetime import UTC, datetime

import pytest

from tests.factories import make_post, make_publication
from tests.reader.pages import get, text

pytestmark = pytest.mark.django_db


def post_on(year: int, month: int, day: int, **values):
    language = values.pop("language", "en")
    return make_post(language, published_at=datetime(year, month, day, 4, tzinfo=UTC), **values)


def test_years_and_months_lead_to_their_pages():
    for date in [(2025, 12, 31), (2026, 4, 2), (2026, 4, 3), (2026, 1, 1)]:
        post_on(*date)
    page = get("/en/archive/")
    assert text(page, "//h1") == ["Archive"]
    assert text(page, "//main//h2") == ["2026 3 posts", "2025 1 post"]
    assert text(page, "//main//li") == ["April 2", "January 1", "December 1"]
    assert page.xpath("//main//a/@href") == [
        "/en/archive/2026/",
        "/en/archive/2026/04/",
        "/en/archive/2026/01/",
        "/en/archive/2025/",
        "/en/archive/2025/12/",
    ]


def test_a_year_names_the_newest_of_each_month():
    for day in range(1, 6):
        post_on(2026, 4, day, title=f"April {day}")
    winter = post_on(2026, 1, 1, title="Winter")
    post_on(2025, 12, 31)
    page = get("/en/archive/2026/")
    assert text(page, "//h1") == ["2026"]
    assert text(page, "//title") == ["2026 · Archive · The Daily Test"]
    assert text(page, "//main/header/*[@class='details']") == ["6 posts"]
    assert text(page, "//main//h2") == ["April 5 posts", "January 1 post"]
    assert text(page, "//main//ol//a") == ["April 5", "April 4", "April 3", "Winter"]
    assert text(page, "//main//ol//time") == ["5 April", "4 April", "3 April", "1 January"]
    assert winter.get_absolute_url() in page.xpath("//main//ol//a/@href")


def test_a_month_shows_its_posts_by_day():
    for day, title in [(3, "Older"), (26, "Newer"), (26, "Newest")]:
        post_on(2026, 4, day, title=title)
    post_on(2026, 5, 1)
    page = get("/en/archive/2026/04/")
    assert text(page, "//h1") == ["April 2026"]
    assert text(page, "//title") == ["April 2026 · The Daily Test"]
    assert text(page, "//main/header/*[@class='details']") == ["3 posts"]
    assert text(page, "//main//h2") == ["26 April Sunday", "3 April Friday"]
    assert text(page, "//main//article/h3") == ["Newest", "Newer", "Older"]
    assert page.xpath("//main//h2//a/@href") == [
        "/en/archive/2026/04/26/",
        "/en/archive/2026/04/03/",
    ]


def test_a_day_shows_its_posts():
    post_on(2026, 4, 26, title="One")
    page = get("/en/archive/2026/04/26/")
    assert text(page, "//h1") == ["26 April 2026"]
    assert text(page, "//main//article/h2") == ["One"]
    assert text(page, "//main//article//time") == ["12:00"]


def test_dates_are_said_in_the_language():
    post_on(2026, 4, 26, language="zh")
    for date, title in [("2026/04", "2026年4月"), ("2026/04/26", "2026年4月26日")]:
        page = get(f"/zh/archive/{date}/")
        assert text(page, "//h1") == [title]
        assert text(page, "//title")[0].startswith(f"{title} · ")


def test_an_archive_without_posts_says_so_and_stays_out_of_search_engines():
    make_publication()
    page = get("/en/archive/")
    assert text(page, "//main/p") == ["Nothing has been published here yet."]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
