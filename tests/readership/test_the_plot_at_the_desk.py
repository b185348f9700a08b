"""An editor sees how often a post was opened: a plot, and the same numbers as text."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from edge.models import LogPosition
from posts.actions import withdraw_post
from posts.models import DailyViews
from tests.factories import make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db):
    client = Client()
    client.force_login(make_editor())
    return client


def read(post, views, days_ago=0):
    day = timezone.localdate(timezone=post.publication.zone) - timedelta(days=days_ago)
    DailyViews.objects.create(post=post, day=day, views=views)


def shown(client, post):
    """The part of the post's page; None where there is none."""
    response = client.get(f"/admin/posts/post/{post.pk}/change/")
    return html.fromstring(response.text).find(".//section[@id='readership']")


def text(element):
    return " ".join(element.text_content().split())


def test_the_last_thirty_days(desk):
    post = make_post()
    read(post, 7)
    read(post, 100, days_ago=29)
    read(post, 1, days_ago=12)
    read(post, 5000, days_ago=30)
    part = shown(desk, post)
    assert "108 views in 30 days" in text(part.find("p"))
    bars = part.xpath(".//*[contains(@class, 'readership-bar')]")
    heights = [int(bar.get("height")) for bar in bars]
    assert len(heights) == 30
    assert (heights[0], heights[17], heights[29]) == (60, 1, 4)
    assert sum(heights) == 65
    assert all(int(bar.get("y")) + int(bar.get("height")) == 60 for bar in bars)


def test_it_is_told_without_eyes_too(desk):
    post = make_post()
    read(post, 7)
    read(post, 9, days_ago=3)
    part = shown(desk, post)
    plot = part.find(".//svg")
    assert plot.get("role") == "img"
    for relation in ("aria-labelledby", "aria-describedby"):
        [named] = part.xpath(f".//*[@id='{plot.get(relation)}']")
        assert text(named)
    assert text(named).endswith(": 9.")
    cells = [text(cell) for cell in part.findall(".//tbody/tr/td")]
    assert (len(cells), cells[:4]) == (30, ["7", "0", "0", "9"])
    assert part.find(".//script") is None
    assert not part.xpath(".//@style")


def test_nobody_came(desk):
    part = shown(desk, make_post())
    assert "0 views in 30 days" in text(part)
    assert part.find(".//svg") is None
    assert "No access log has been read yet." in text(part)
    LogPosition.objects.create(first_line="x")
    assert "Last read:" in text(shown(desk, make_post()))


def test_what_was_never_public_has_no_readers(desk):
    assert shown(desk, make_draft()) is None
    post = make_post()
    withdraw_post(post, by=None)
    assert shown(desk, post) is not None


def test_those_who_may_only_look_see_it():
    post = make_post()
    read(post, 7)
    client = Client()
    client.force_login(make_editor("reader", "view_post"))
    assert "7 views" in text(shown(client, post))


def test_it_takes_two_queries(desk):
    post = make_post()
    for number in range(30):
        read(post, 7, days_ago=number)
    with CaptureQueriesContext(connection) as captured:
        shown(desk, post)
    about = [one["sql"] for one in captured if "dailyviews" in one["sql"] or "logpos" in one["sql"]]
    assert len(about) == 2
