from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from edge.stamps import age_of
from posts.actions import pin_post, unpin_post, withdraw_post
from posts.keys import lead_key
from posts.models import Revision
from posts.signals import post_changed
from tests.factories import make_draft, make_editor, make_post

from .pages import get, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def days():
    return [
        make_post(title=f"Day {day}", published_at=datetime(2026, 4, day, tzinfo=UTC))
        for day in range(1, 25)
    ]


def heads(page):
    return (
        text(page, "//*[@class='lead']//h2"),
        text(page, "//*[@class='seconds']//h2"),
        text(page, "//*[@class='river']//h3")[:1],
    )


def test_it_leads_and_is_not_shown_twice(days):
    pin_post(days[-3], by=None)
    assert heads(get("/en/")) == (["Day 22"], ["Day 24", "Day 23", "Day 21"], ["Day 20"])


def test_also_when_it_is_older_than_the_page(days):
    pin_post(days[0], by=None)
    assert heads(get("/en/")) == (["Day 1"], ["Day 24", "Day 23", "Day 22"], ["Day 21"])
    assert text(get("/en/page/2/"), "//article//h3")[-1] == "Day 1"


def test_another_takes_its_place_and_unpinned_the_newest_leads(days):
    pin_post(days[0], by=None)
    pin_post(days[1], by=None)
    unpin_post(days[0], by=None)
    assert heads(get("/en/"))[0] == ["Day 2"]
    unpin_post(days[1], by=None)
    assert heads(get("/en/"))[0] == ["Day 24"]


def test_one_that_is_withdrawn_leads_no_more(days):
    pin_post(days[0], by=None)
    withdraw_post(days[0], by=None)
    assert heads(get("/en/"))[0] == ["Day 24"]


def test_only_what_is_public_and_only_by_those_who_publish(days):
    with pytest.raises(ValidationError):
        pin_post(make_draft(), by=None)
    with pytest.raises(PermissionDenied):
        pin_post(days[0], by=make_editor("author", "change_post"))


def test_caches_hear_of_it_and_feeds_do_not(days, django_capture_on_commit_callbacks):
    heard = []

    def hear(sender, keys, action, **_kwargs):
        heard.append((action, keys))

    post_changed.connect(hear)
    before, revisions = age_of({"en"}).state, Revision.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        pin_post(days[0], by=None)
    post_changed.disconnect(hear)
    assert heard == [("pin", frozenset({lead_key("en")}))]
    assert age_of({"en"}).state == before
    assert age_of({lead_key("en")}).changed_at is not None
    assert Revision.objects.count() == revisions
