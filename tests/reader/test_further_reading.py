from datetime import UTC, datetime

import pytest

from posts.actions import withdraw_post
from tests.factories import make_post

from .pages import get, text

pytestmark = pytest.mark.django_db

RELATED = "//*[@aria-labelledby='site--related']//h3"
TIMELINE = "//*[@aria-labelledby='site--timeline']//li/a"


def on(day: int) -> datetime:
    return datetime(2026, 4, day, tzinfo=UTC)


def page_of(post):
    return get(post.get_absolute_url())


def test_what_shares_most_comes_first_and_then_what_is_fresh():
    post = make_post(tags=["Trade", "Chips"], published_at=on(20))
    make_post(title="One old", tags=["Chips"], published_at=on(1))
    make_post(title="Both", tags=["Chips", "Trade"], published_at=on(2))
    make_post(title="One new", tags=["Chips"], published_at=on(3))
    make_post(title="None", tags=["Sport"], published_at=on(19))
    assert text(page_of(post), RELATED) == ["Both", "One new", "One old"]


def test_a_source_in_common_decides_between_equals_and_is_none_by_itself():
    cited = {"sources": [("Reuters", "https://www.reuters.com/a")]}
    post = make_post(tags=["Trade"], published_at=on(20), **cited)
    make_post(title="Subject", tags=["Trade"], published_at=on(3))
    make_post(title="Subject and source", tags=["Trade"], published_at=on(2), **cited)
    make_post(title="Source", tags=[], published_at=on(4), **cited)
    assert text(page_of(post), RELATED) == ["Subject and source", "Subject"]


def test_the_main_tag_goes_on_as_a_timeline_without_repeating():
    post = make_post(tags=["Trade", "Chips"], published_at=on(20))
    for day in range(1, 11):
        make_post(title=f"Day {day}", tags=["Trade"], published_at=on(day))
    page = page_of(post)
    assert text(page, RELATED) == ["Day 10", "Day 9", "Day 8"]
    assert text(page, TIMELINE) == ["Day 7", "Day 6", "Day 5", "Day 4", "Day 3"]


def test_only_what_readers_may_see_in_this_language():
    post = make_post(tags=["Trade"])
    make_post(language="zh", tags=["Trade"])
    withdraw_post(make_post(tags=["Trade"]), by=None)
    assert not page_of(post).xpath("//aside")


def test_a_post_without_tags_stands_alone():
    post = make_post(tags=[])
    make_post(tags=[])
    assert not page_of(post).xpath("//aside")
