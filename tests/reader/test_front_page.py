from datetime import UTC, datetime

import pytest

from tests.factories import make_post, make_publication

from .pages import get, text

pytestmark = pytest.mark.django_db


def test_the_newest_leads_and_three_stand_beside_it():
    for day in range(1, 8):
        make_post(title=f"Day {day}", published_at=datetime(2026, 4, day, 4, tzinfo=UTC))
    page = get("/en/")
    assert text(page, "//*[@class='lead']//h2") == ["Day 7"]
    assert text(page, "//*[@class='seconds']//h2") == ["Day 6", "Day 5", "Day 4"]
    assert text(page, "//*[@class='river']//h3") == ["Day 3", "Day 2", "Day 1"]


def test_the_river_changes_day_where_the_publication_does():
    make_publication(time_zone="Asia/Shanghai")
    for number in range(4):
        make_post(published_at=datetime(2026, 4, 28, number, tzinfo=UTC))
    make_post(title="Monday", published_at=datetime(2026, 4, 26, 16, 1, tzinfo=UTC))
    make_post(title="Sunday", published_at=datetime(2026, 4, 26, 15, 59, tzinfo=UTC))
    page = get("/en/")
    days = text(page, "//*[@class='river']//h2")
    assert days == ["Monday 27 April 2026", "Sunday 26 April 2026"]
    assert text(page, "//*[@class='river']//time")[1::2] == ["00:01", "23:59"]


def test_it_names_the_tags_covered_most_and_the_feed():
    make_post(tags=["Trade", "Chips"])
    make_post(tags=["Trade"])
    page = get("/en/")
    assert text(page, "//aside//ol/li") == ["Trade 2 posts", "Chips 1 post"]
    assert page.xpath("//aside//a[@type='application/rss+xml']/@href") == ["/en/index.xml"]


def test_today_is_the_publications_day(time_machine_at):
    make_publication(time_zone="Asia/Shanghai")
    time_machine_at("2026-04-26T20:00:00Z")
    assert text(get("/en/"), "//header//time") == ["Monday 27 April 2026"]


def test_before_the_first_post_it_says_so():
    make_publication()
    assert text(get("/en/"), "//main/p") == ["Nothing has been published yet."]


def test_later_pages_are_a_plain_list():
    for _ in range(21):
        make_post()
    page = get("/en/page/2/")
    assert text(page, "//h1") == ["Latest posts"]
    assert page.xpath("//link[@rel='prev']/@href")[0].endswith("/en/")
    assert not page.xpath("//aside")
    assert len(page.xpath("//article")) == 1
