"""Dates are typed on the clock of the publication."""

from datetime import UTC, datetime

import pytest

from taxonomy.models import Category
from tests.desk.forms import ADD, edit, new_post, only_post, send, typed

pytestmark = pytest.mark.django_db

# 07:30 in Shanghai.
AT = datetime(2999, 1, 1, 23, 30, tzinfo=UTC)
DATE = {"published_at_0": "2999-01-02", "published_at_1": "07:30"}


@pytest.fixture(autouse=True)
def world(publication):
    Category.objects.ensure("en", ["world"])


def test_a_new_post_is_scheduled(desk):
    response = send(desk, ADD, new_post(desk, **DATE, verb="schedule"))
    post = only_post()
    assert (post.status, post.published_at) == ("scheduled", AT)
    assert "it will be published on 2999-01-02 07:30 (Asia/Shanghai)." in response.text
    assert desk.get(post.get_absolute_url()).status_code == 404


def test_the_form_shows_the_date_as_it_was_typed(desk):
    send(desk, ADD, new_post(desk, **DATE, verb="save"))
    data = typed(desk, edit(only_post()))
    assert (data["published_at_0"], data["published_at_1"]) == (["2999-01-02"], ["07:30:00"])
    assert "2999-01-02 07:30" in desk.get("/admin/posts/post/").text


def test_a_scheduled_post_is_moved_to_another_date(desk):
    send(desk, ADD, new_post(desk, **DATE, verb="schedule"))
    post = only_post()
    data = typed(desk, edit(post), published_at_0="2999-02-02", verb="schedule")
    send(desk, edit(post), data)
    post.refresh_from_db()
    assert (post.status, post.published_at.month) == ("scheduled", 2)


def test_it_goes_back_to_draft(desk):
    send(desk, ADD, new_post(desk, **DATE, verb="schedule"))
    post = only_post()
    send(desk, edit(post), typed(desk, edit(post), verb="return"))
    post.refresh_from_db()
    assert (post.status, post.published_at) == ("draft", AT)


def test_a_date_in_the_past_stays_when_it_is_published(desk):
    past = {"published_at_0": "2026-01-02", "published_at_1": "07:30"}
    send(desk, ADD, new_post(desk, **past, verb="publish"))
    assert only_post().published_at == datetime(2026, 1, 1, 23, 30, tzinfo=UTC)


def test_publish_now_means_now(desk):
    send(desk, ADD, new_post(desk, **DATE, verb="publish"))
    assert only_post().published_at.year < 2999


def test_a_date_can_be_taken_off_a_draft(desk):
    send(desk, ADD, new_post(desk, **DATE, verb="save"))
    post = only_post()
    send(desk, edit(post), typed(desk, edit(post), published_at_0="", published_at_1=""))
    post.refresh_from_db()
    assert post.published_at is None
