from datetime import UTC, datetime

import pytest

from tests.factories import make_post, make_publication
from tests.reader.pages import alternates, get

pytestmark = pytest.mark.django_db


def expected(date: str) -> dict[str, str]:
    english, chinese = (f"/{code}/archive/{date}/" for code in ("en", "zh"))
    return {"en": english, "zh-Hans": chinese, "x-default": english}


def switch(address: str) -> str:
    [link] = get(address).xpath("//header//nav[contains(@class,'languages')]//a/@href")
    return link


def test_those_with_posts_at_it_name_each_other():
    make_post(published_at=datetime(2026, 4, 10, tzinfo=UTC))
    make_post("zh", published_at=datetime(2026, 4, 20, tzinfo=UTC))
    for date in ("2026", "2026/04"):
        for code in ("en", "zh"):
            assert alternates(get(f"/{code}/archive/{date}/")) == expected(date)
    day = "/en/archive/2026/04/10/"
    assert alternates(get(day)) == {"en": day, "x-default": day}
    assert switch(day) == "/zh/archive/"


def test_each_goes_by_its_own_zone():
    """The same moment is the 10th in New York and the 11th in Shanghai."""
    make_publication("en", time_zone="America/New_York")
    for code in ("en", "zh"):
        make_post(code, published_at=datetime(2026, 4, 10, 20, tzinfo=UTC))
    for code, day in [("en", "10"), ("zh", "11")]:
        address = f"/{code}/archive/2026/04/{day}/"
        assert set(alternates(get(address)).values()) == {address}
    assert alternates(get("/en/archive/2026/04/")) == expected("2026/04")


def test_the_archive_is_in_every_language():
    make_post()
    make_publication("zh")
    assert alternates(get("/en/archive/"))["zh-Hans"] == "/zh/archive/"
