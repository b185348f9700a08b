"""One row a post and day, the day being its publication's; batches add up."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from edge.access_log.follow import read_log
from edge.access_log.lines import parse_line
from posts.models import DailyViews
from posts.readership.counter import count_views
from tests.access_log.log import line
from tests.factories import make_post, make_publication

pytestmark = pytest.mark.django_db


def stored():
    return list(DailyViews.objects.order_by("post", "day").values_list("post", "day", "views"))


def test_days_are_those_of_the_publication(log):
    make_publication(time_zone="Asia/Shanghai")
    post = make_post()
    before = datetime(2026, 11, 1, 15, 59, 59, tzinfo=UTC)
    address = post.get_absolute_url()
    log.write(line(address, at=before), line(address, at=before + timedelta(seconds=1)))
    read_log(log.path)
    assert stored() == [(post.pk, date(2026, 11, 1), 1), (post.pk, date(2026, 11, 2), 1)]


def test_batches_add_up(log):
    one, two = make_post(), make_post()
    log.write(line(one.get_absolute_url()), line(two.get_absolute_url()))
    read_log(log.path)
    log.write(line(one.get_absolute_url(), micros=2))
    read_log(log.path)
    read_log(log.path)
    assert [(post, views) for post, _day, views in stored()] == [(one.pk, 2), (two.pk, 1)]


def test_a_rotated_log_loses_nothing(log):
    address = make_post().get_absolute_url()
    log.write(line(address, micros=1))
    read_log(log.path)
    log.write(line(address, micros=2))
    log.path.rename(f"{log.path}.1")
    log.write(line(address, micros=3))
    read_log(log.path)
    assert DailyViews.objects.get().views == 3


def test_an_old_log_fills_old_days_in(log):
    address = make_post().get_absolute_url()
    log.write(line(address, at=datetime(2019, 5, 1, 3, tzinfo=UTC)))
    read_log(log.path)
    assert DailyViews.objects.get().day == date(2019, 5, 1)


def test_the_future_is_not_counted(log):
    address = make_post().get_absolute_url()
    log.write(line(address, at=timezone.now() + timedelta(days=3)))
    log.write(line(address, at=datetime(9999, 12, 31, 23, tzinfo=UTC)))
    read_log(log.path)
    assert stored() == []


def test_more_posts_take_no_more_queries():
    posts = [make_post() for _number in range(12)]
    requests = [parse_line(line(post.get_absolute_url())) for post in posts]
    for some in (requests[:1], requests * 20):
        with CaptureQueriesContext(connection) as captured:
            assert count_views(some) == len(some)
        assert len(captured) == 3


def test_nothing_of_a_reader_is_kept(log):
    post = make_post()
    secret = line(f"{post.get_absolute_url()}?from=secret").replace("- - -", "203.0.113.77 - ann")
    log.write(secret.replace('"-" "Moz', '"https://secret.example/" "Moz'))
    read_log(log.path)
    columns = {field.name for field in DailyViews._meta.get_fields()}
    assert columns == {"pk", "post", "day", "views"}
    assert DailyViews.objects.get().views == 1
