"""The first page of the desk and the calendar: what an editor does next."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from posts.actions import redraft_post, schedule_post, submit_post
from posts.calendar import month_of
from posts.desk import desk_page
from posts.models import Post
from tests.desk.conftest import signed_in
from tests.factories import content, make_draft, make_editor, make_member, make_post

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
# Half past seven in the morning in Shanghai, on a Wednesday.
NOW = datetime(2026, 6, 9, 23, 30, tzinfo=UTC)


def titles(entries):
    return [entry.post.title for entry in entries]


@pytest.fixture
def at_seven(publication):
    with time_machine.travel(NOW, tick=False):
        yield


def test_each_post_is_where_it_is_looked_for(at_seven, editor):
    mine = make_draft(title="Mine")
    Post.objects.filter(pk=mine.pk).update(created_by=editor)
    make_draft(title="Somebody else's")
    submit_post(make_draft(title="To review"), by=None)
    schedule_post(make_draft(title="Later"), NOW + 2 * HOUR, by=None)
    schedule_post(make_draft(title="Soon"), NOW + HOUR, by=None)
    make_post(title="Today", published_at=NOW - HOUR)
    make_post(title="Yesterday", published_at=NOW - 8 * HOUR)
    found = desk_page(editor)
    assert titles(found.mine) == ["Mine"]
    assert titles(found.for_review) == ["To review"]
    assert titles(found.scheduled) == ["Soon", "Later"]
    assert titles(found.published_today) == ["Today"]
    assert found.late == []


def test_newer_drafts_are_there_as_well(at_seven, editor):
    for title, move in (("Review", submit_post), ("Mine", None)):
        post = redraft_post(make_post(title=title), content(), by=None)
        Post.objects.filter(pk=post.pk).update(created_by=editor if move is None else None)
        if move is not None:
            move(post, by=None)
    timed = redraft_post(make_post(title="Timed"), content(), by=None)
    schedule_post(timed, NOW + HOUR, by=None)
    found = desk_page(editor)
    assert [titles(one) for one in (found.mine, found.for_review, found.scheduled)] == [
        ["Mine"],
        ["Review"],
        ["Timed"],
    ]


def test_what_was_due_and_did_not_go_out_is_a_problem(publication, editor):
    with time_machine.travel(NOW, tick=False):
        schedule_post(make_draft(title="Stuck"), NOW + HOUR, by=None)
    with time_machine.travel(NOW + 2 * HOUR, tick=False):
        found = desk_page(editor)
    assert (titles(found.late), titles(found.scheduled)) == (["Stuck"], [])


def test_days_are_those_of_the_publication(at_seven, editor):
    make_post(published_at=NOW)
    make_post(published_at=NOW - 8 * HOUR)  # 23:30 of the day before in Shanghai
    make_post(published_at=NOW - timedelta(days=40))
    bars = desk_page(editor).days.bars
    assert len(bars) == 30
    assert [bar.views for bar in bars[-3:]] == [0, 1, 1]
    assert sum(bar.views for bar in bars) == 2


def test_the_page_shows_it_and_costs_the_same_however_much(desk, at_seven):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            page = desk.get("/admin/")
        assert not any('"posts_post"."body"' in query["sql"] for query in captured)
        return page, len(captured)

    make_post(title="First one", published_at=NOW - HOUR)
    schedule_post(make_draft(title="Soon"), NOW + HOUR, by=None)
    page, one = cost()
    assert "First one" in page.text
    assert "2026-06-10 08:30" in page.text
    for _number in range(12):
        schedule_post(make_draft(), NOW + HOUR, by=None)
        submit_post(make_draft(), by=None)
        make_post(published_at=NOW - HOUR)
    assert cost()[1] == one <= 24


def test_who_may_not_see_posts_sees_none_of_it(at_seven):
    make_post(title="Hidden", published_at=NOW - HOUR)
    user = make_editor("images", "view_picture")
    assert "Hidden" not in signed_in(user).get("/admin/").text
    assert signed_in(user).get("/admin/posts/post/calendar/").status_code == 403


def test_a_contributor_sees_what_is_going_on(at_seven):
    make_post(title="Seen", published_at=NOW - HOUR)
    assert "Seen" in signed_in(make_member("Contributor")).get("/admin/").text


def squares(year=2026, month=6):
    zone = make_post(published_at=NOW - timedelta(days=3)).publication.zone
    return {
        square.day.isoformat(): square
        for week in month_of(year, month, "en", zone)
        for square in week
    }


def test_a_month_in_weeks_with_its_gaps(at_seven):
    schedule_post(make_draft(title="Planned"), NOW + timedelta(days=2), by=None)
    timed = redraft_post(make_post(title="Live", published_at=NOW), content(), by=None)
    schedule_post(timed, NOW + timedelta(days=3), by=None)
    found = squares()
    assert next(iter(found)) == "2026-06-01"
    assert len(found) == 35
    assert [item.is_scheduled for item in found["2026-06-12"].items] == [True]
    assert [item.is_newer_draft for item in found["2026-06-13"].items] == [True]
    assert found["2026-06-10"].is_today
    gaps = [day for day, square in found.items() if square.is_gap]
    assert gaps[:3] == ["2026-06-08", "2026-06-09", "2026-06-11"]
    assert "2026-06-06" not in gaps  # before there was anything
    # What is to come may still be filled.
    assert [day for day, square in found.items() if square.is_missed] == [
        "2026-06-08",
        "2026-06-09",
    ]


def test_where_there_is_little_room_empty_days_are_one_row(at_seven):
    schedule_post(make_draft(), NOW + timedelta(days=5), by=None)
    found = squares()
    folds = {
        day: square.folds_until.isoformat() for day, square in found.items() if square.folds_until
    }
    assert folds == {
        "2026-06-01": "2026-06-06",
        "2026-06-08": "2026-06-09",  # today stands alone
        "2026-06-11": "2026-06-14",
        "2026-06-16": "2026-06-30",
    }
    assert [day for day, square in found.items() if square.is_folded][:6] == [
        *(f"2026-06-0{day}" for day in (2, 3, 4, 5, 6, 9)),
    ]


def test_an_empty_day_begins_a_post_for_it(desk, at_seven):
    make_post(title="Out", published_at=NOW)
    page = html.fromstring(desk.get("/admin/posts/post/calendar/?month=2026-06&language=en").text)
    links = page.xpath("//a[@class='calendar-begin']/@href")
    assert "/admin/posts/post/add/?publication=en&day=2026-06-12" in links
    assert not any("2026-06-10" in link for link in links)
    [link] = [link for link in links if link.endswith("2026-06-12")]
    [form] = [
        it for it in html.fromstring(desk.get(link).text).forms if it.get("id") == "post_form"
    ]
    assert form.fields["published_at_0"] == "2026-06-12"
    assert form.fields["published_at_1"] == "09:00"


@pytest.mark.parametrize(
    "asked",
    ["day=x", "day=2026-02-30", "day=", "day=%00", "published_at=2026-06-12", "publish_at=1"],
)
def test_an_address_with_no_day_begins_a_post_without_a_date(desk, asked):
    answer = desk.get(f"/admin/posts/post/add/?{asked}")
    assert answer.status_code == 200
    form = html.fromstring(answer.text).get_element_by_id("post_form")
    assert not form.fields["published_at_0"]


def test_a_day_begins_at_midnight_of_the_publication(at_seven):
    # 23:59 of the 30th, and 0:00 of the 31st, in Shanghai.
    for minute, title in ((59, "Late"), (60, "Early")):
        make_post(
            title=title, published_at=datetime(2026, 5, 30, 15, tzinfo=UTC) + minute * HOUR / 60
        )
    found = squares(month=5)
    assert [item.post.title for item in found["2026-05-30"].items] == ["Late"]
    assert [item.post.title for item in found["2026-05-31"].items] == ["Early"]


def test_the_calendar_at_the_desk(desk, at_seven):
    schedule_post(make_draft(title="Planned"), NOW + timedelta(days=2), by=None)
    page = desk.get("/admin/posts/post/calendar/?month=2026-06&language=en")
    assert "Planned" in page.text
    assert "07:30" in page.text
    links = html.fromstring(page.text).xpath("//a[@rel='next' or @rel='prev']/@href")
    assert links == ["?month=2026-05&language=en", "?month=2026-07&language=en"]


@pytest.mark.parametrize(
    "month", ["", "x", "2026-13", "0000-01", "0001-01", "9999-12", "99999-01", "2026-1"]
)
def test_a_month_that_is_none_is_this_one(desk, month):
    page = desk.get(f"/admin/posts/post/calendar/?month={month}")
    assert page.context["month"] == timezone.localdate(
        None, page.context["publication"].zone
    ).replace(day=1)


def test_without_a_publication_there_is_nothing_to_show(editor):
    assert (
        "There is no publication yet." in signed_in(editor).get("/admin/posts/post/calendar/").text
    )
    assert signed_in(editor).get("/admin/").status_code == 200
