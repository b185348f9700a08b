"""A day, a month and a year begin at midnight where the publication is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_post, make_publication
from tests.reader.pages import get, text

pytestmark = pytest.mark.django_db

# Midnight of New Year's Day in Shanghai.
BORDER = datetime(2025, 12, 31, 16, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def titles(address: str) -> list[str]:
    return text(get(address), "//article/*[@class='entry-headline']")


def test_a_second_before_and_at_the_border():
    make_post(title="Old", published_at=BORDER - SECOND)
    make_post(title="New", published_at=BORDER)
    for old, new in [("2025/12/31", "2026/01/01"), ("2025/12", "2026/01")]:
        assert titles(f"/en/archive/{old}/") == ["Old"]
        assert titles(f"/en/archive/{new}/") == ["New"]
    assert text(get("/en/archive/"), "//main//h2") == ["2026 1 post", "2025 1 post"]
    for year, title in [("2025", "Old"), ("2026", "New")]:
        assert text(get(f"/en/archive/{year}/"), "//main//ol//a") == [title]


def test_also_where_the_clocks_are_put_back():
    """In New York 1 November 2025 begins four hours behind UTC, 3 November five."""
    make_publication(time_zone="America/New_York")
    make_post(title="October", published_at=datetime(2025, 11, 1, 3, 59, 59, tzinfo=UTC))
    make_post(title="First", published_at=datetime(2025, 11, 1, 4, tzinfo=UTC))
    make_post(title="Second", published_at=datetime(2025, 11, 3, 4, 59, 59, tzinfo=UTC))
    make_post(title="Third", published_at=datetime(2025, 11, 3, 5, tzinfo=UTC))
    assert titles("/en/archive/2025/10/31/") == ["October"]
    assert titles("/en/archive/2025/11/") == ["Third", "Second", "First"]
    assert titles("/en/archive/2025/11/02/") == ["Second"]
    assert titles("/en/archive/2025/11/03/") == ["Third"]


def test_also_on_a_day_without_a_midnight():
    """In Havana the clocks went from 0:00 to 1:00 on 10 March 2024."""
    make_publication(time_zone="America/Havana")
    make_post(title="Before", published_at=datetime(2024, 3, 10, 4, 59, 59, tzinfo=UTC))
    make_post(title="After", published_at=datetime(2024, 3, 10, 5, tzinfo=UTC))
    assert titles("/en/archive/2024/03/09/") == ["Before"]
    assert titles("/en/archive/2024/03/10/") == ["After"]


def test_what_is_not_out_yet_is_not_there(time_machine_at):
    make_post(title="Now", published_at=datetime(2026, 4, 10, 1, tzinfo=UTC))
    make_post(title="Later", published_at=datetime(2026, 4, 10, 3, tzinfo=UTC))
    time_machine_at("2026-04-10T02:00:00Z")
    assert titles("/en/archive/2026/04/") == ["Now"]
    assert text(get("/en/archive/"), "//main//li") == ["April 1"]
