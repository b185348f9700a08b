"""What the desk shows: sums, the clients that never revalidate, to those who may see it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from feeds.health import figures
from feeds.models import DailyPolls
from tests.factories import make_editor, make_post

from .conftest import FEED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("publication")]

PAGE = "/admin/feeds/dailypolls/"
ONE_FEED = f"{PAGE}feed/?path={FEED}"


@pytest.fixture
def desk():
    return signed_in(make_editor())


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def table_of(response):
    """The page's own table; the admin's side bar has others."""
    return html.fromstring(response.text).find(".//div[@id='content-main']//table")


def polled(client="newsboat", path=FEED, days_ago=0, **counts):
    day = timezone.now().date() - timedelta(days=days_ago)
    counts.setdefault("polls", sum(counts.get(name, 0) for name in ("full", "delta", "unchanged")))
    return DailyPolls.objects.create(day=day, path=path, client=client, **counts)


def test_subscribers_are_what_each_service_said_last():
    polled("Feedly", days_ago=3, full=1, subscribers=50)
    polled("Feedly", days_ago=1, full=1, subscribers=42)
    polled("Feedly", days_ago=0, full=1)
    polled("Inoreader", full=1, subscribers=8)
    polled("newsboat", full=1)
    polled("Feedly", path="/index.xml", full=1, subscribers=7)
    polled("Gone", days_ago=40, full=1, subscribers=1000)
    totals = figures.of_feeds()
    assert [(feed.path, feed.subscribers, feed.others) for feed in totals.feeds] == [
        (FEED, 50, 1),
        ("/index.xml", 7, 0),
    ]
    assert (totals.subscriptions, totals.polls) == (57, 6)


def test_shares():
    polled(full=1, delta=2, unchanged=17, polls=25, missing=5)
    [feed] = figures.of_feeds().feeds
    assert (feed.unchanged_share, feed.delta_share) == (85, 10)


@pytest.mark.parametrize(
    ("counts", "changes", "never"),
    [
        ({"full": 30}, 3, True),
        ({"full": 30}, 30, False),
        ({"full": 19}, 0, False),
        ({"full": 30, "unchanged": 1}, 3, False),
        ({"full": 30, "delta": 1}, 3, False),
    ],
)
def test_clients_that_never_revalidate(counts, changes, never):
    polled(**counts)
    [client] = figures.of_clients(FEED, changes)
    assert client.never_revalidates is never


def test_it_is_found_and_read(desk):
    make_post()
    polled("Feedly", unchanged=90, full=10, subscribers=42)
    polled("Greedy", full=30)
    polled("", full=1)
    assert f'href="{PAGE}"' in desk.get("/admin/").text
    table = table_of(desk.get(PAGE))
    row = [" ".join(cell.text_content().split()) for cell in table.findall("tbody/tr/*")]
    assert row[:7] == [FEED, "42", "2", "131", "69 %", "0 %", "0"]
    link = table.find("tbody//a").get("href")
    response = desk.get(link)
    assert "The Daily Test" in response.text
    rows = table_of(response).findall("tbody/tr")
    names = [" ".join(row.find("th").text_content().split()) for row in rows]
    assert names == ["Feedly", "Greedy never revalidates", "(unnamed)"]
    assert "One client never revalidates." in response.text


def test_hostile_names_stay_text(desk):
    polled("<script>alert(1)</script>", path="/en/tags/<b>&?x#/index.xml", full=1)
    response = desk.get(PAGE)
    assert "<b>&?" not in response.text
    link = table_of(response).find("tbody//a").get("href")
    shown = desk.get(link)
    assert "<script>alert" not in shown.text
    assert "&lt;script&gt;alert(1)" in shown.text
    assert "there is no such feed now" in shown.text


@pytest.mark.parametrize("path", ["", "/en/", "/nothing", "/xx/index.xml", "%00", "/en/tags/a/"])
def test_addresses_of_no_feed(desk, path):
    response = desk.get(f"{PAGE}feed/?path={path}")
    assert response.status_code == 200
    assert "Nobody has asked" in response.text


def test_who_may_see_it():
    for user, status in ((make_editor("a", "change_post"), 403), (None, 302)):
        client = signed_in(user) if user else Client()
        for page in (PAGE, ONE_FEED):
            assert client.get(page).status_code == status
    reader = signed_in(make_editor("b", "view_dailypolls"))
    assert reader.get(PAGE).status_code == reader.get(ONE_FEED).status_code == 200
    assert f'href="{PAGE}"' in reader.get("/admin/").text


def test_nothing_can_be_changed(desk):
    row = polled(full=1)
    for page in (f"{PAGE}add/", f"{PAGE}{row.pk}/change/", f"{PAGE}{row.pk}/delete/"):
        assert desk.get(page).status_code == 404
    assert reverse("admin:feeds_dailypolls_changelist") == PAGE


def test_the_policy_is_strict(desk):
    polled(full=1)
    for page in (PAGE, ONE_FEED):
        response = desk.get(page)
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert " style=" not in response.text


def queries(client, page):
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)


def test_more_rows_take_no_more_queries(desk):
    make_post()
    polled(full=1)
    few = [queries(desk, page) for page in (PAGE, ONE_FEED)]
    for number in range(60):
        polled(f"client {number}", path=f"/en/tags/{number}/index.xml", full=1, subscribers=1)
        polled(f"client {number}", full=1, days_ago=number % 30, subscribers=1)
    assert [queries(desk, page) for page in (PAGE, ONE_FEED)] == few
    assert max(few) <= 10
    assert "61 " not in desk.get(f"{PAGE}?page=2").text
