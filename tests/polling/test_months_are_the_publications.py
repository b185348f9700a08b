"""An archive's month is one of the publication's zone, also for a post at its border."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_post, make_publication
from tests.polling.polls import edit, guids

pytestmark = pytest.mark.django_db

# Midnight of the first of May in Shanghai.
BORDER = datetime(2026, 4, 30, 16, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_second_before_and_at_the_border(poll):
    april = make_post(published_at=BORDER - SECOND)
    may = make_post(published_at=BORDER)
    assert guids(poll.archive("2026-04")) == [april.guid]
    assert guids(poll.archive("2026-05")) == [may.guid]


def test_also_at_the_border_of_a_year(poll):
    last = make_post(published_at=datetime(2025, 12, 31, 15, 59, 59, tzinfo=UTC))
    first = make_post(published_at=datetime(2025, 12, 31, 16, 0, tzinfo=UTC))
    assert guids(poll.archive("2025-12")) == [last.guid]
    assert guids(poll.archive("2026-01")) == [first.guid]


def test_also_where_the_clocks_are_put_back(poll):
    """In New York the first of November 2026 begins four hours behind UTC and ends five behind."""
    make_publication(time_zone="America/New_York")
    october = make_post(published_at=datetime(2026, 11, 1, 3, 59, 59, tzinfo=UTC) - timedelta(365))
    november = make_post(published_at=datetime(2025, 11, 1, 4, 0, tzinfo=UTC))
    assert guids(poll.archive("2025-10")) == [october.guid]
    assert guids(poll.archive("2025-11")) == [november.guid]


def test_all_languages_together_go_by_the_first_publication(poll):
    make_publication("en", time_zone="UTC")
    post = make_post("zh", published_at=BORDER)
    assert guids(poll.archive("2026-05", "/zh/")) == [post.guid]
    before = poll.archive("2026-04", "/")
    assert guids(before) == [post.guid]
    edit(post, title="Changed")
    etag = before.headers["ETag"]
    assert poll.archive("2026-04", "/", if_none_match=etag).status_code == 200
