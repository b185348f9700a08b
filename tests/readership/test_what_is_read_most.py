"""The desk's first page ranks posts by the views of a week; the list of posts shows these."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from posts.models import DailyViews
from tests.factories import make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db

LIST = "/admin/posts/post/"


@pytest.fixture
def desk(db):
    client = Client()
    client.force_login(make_editor())
    return client


def read(post, views, days_ago=0):
    day = timezone.localdate(timezone=post.publication.zone) - timedelta(days=days_ago)
    DailyViews.objects.create(post=post, day=day, views=views)


def ranking(client, page="/admin/"):
    rows = html.fromstring(client.get(page).text).xpath("//*[contains(@class,'most-read')]//tr")
    return [
        (row.find("th/a").text, row.findall("td")[-1].text)
        for row in rows
        if len(row.findall("td"))
    ]


def rows(client):
    page = html.fromstring(client.get(LIST).text)
    return [
        (row.find("th/a").text, row.xpath("td[contains(@class,'field-week_views')]")[0].text)
        for row in page.xpath("//table[@id='result_list']/tbody/tr")
    ]


def test_a_week_of_all_languages(desk):
    old, small, large = make_post(title="Old"), make_post(title="Small"), make_post(title="Large")
    chinese = make_post("zh", title="芯片", section="科技", categories=["科技"])
    read(old, 9000, days_ago=7)
    read(small, 2, days_ago=6)
    read(large, 5)
    read(large, 6, days_ago=1)
    read(chinese, 7)
    assert ranking(desk) == [("Large", "11"), ("芯片", "7"), ("Small", "2")]


def test_ten_at_most_in_one_query(desk):
    for number in range(12):
        read(make_post(title=f"Post {number}"), 100 - number)
    with CaptureQueriesContext(connection) as captured:
        assert ranking(desk)[0] == ("Post 0", "100")
    about = [one["sql"] for one in captured if "posts_dailyviews" in one["sql"]]
    assert len(about) == 1
    assert not any('"body"' in sql for sql in about)
    assert len(ranking(desk)) == 10


def test_nothing_was_read(desk):
    make_post()
    assert "most-read" not in html.tostring(
        html.fromstring(desk.get("/admin/").text).find(".//main"), encoding="unicode"
    )


def test_only_for_those_who_see_posts():
    read(make_post(title="Secret"), 5)
    client = Client()
    client.force_login(make_editor("tagger", "change_tag"))
    assert "Secret" not in client.get("/admin/").text


def test_hostile_headlines_stay_text(desk):
    read(make_post(title="<script>alert(1)</script>"), 5)
    response = desk.get("/admin/")
    assert "<script>alert" not in response.text
    assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_the_list_of_posts(desk):
    one, two = make_post(title="One"), make_post(title="Two")
    make_post(title="Unread")
    make_draft(title="Draft")
    read(one, 3)
    read(two, 4, days_ago=6)
    read(two, 4, days_ago=1)
    read(two, 900, days_ago=7)
    assert dict(rows(desk)) == {"One": "3", "Two": "8", "Unread": "0", "Draft": "-"}
