"""Editors set the top of the front page: places, order, start and end."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from lxml import html

from edge.stamps import age_of
from posts.actions import pin_post
from posts.keys import lead_key
from posts.models import Lead, Post
from posts.tasks import publish_due_posts
from tests.desk.conftest import signed_in
from tests.factories import make_draft, make_member, make_post

pytestmark = pytest.mark.django_db

PAGE = "/admin/posts/post/front-page/?language=en"
HOUR = timedelta(hours=1)


@pytest.fixture
def posts(publication):
    """The newest first."""
    return [make_post(title=f"Post {number}") for number in range(8)]


def top(client):
    page = html.fromstring(client.get("/en/").text)
    return [
        " ".join(it.text_content().split())
        for it in page.xpath("//*[@class='lead' or @class='seconds']//h2")
    ]


def test_each_stands_at_its_place_and_the_newest_fill_the_rest(client, posts):
    pin_post(posts[6], by=None, place=2)
    assert top(client) == ["Post 0", "Post 1", "Post 6", "Post 2"]
    pin_post(posts[5], by=None)
    assert top(client) == ["Post 5", "Post 0", "Post 6", "Post 1"]


def test_one_that_moves_leaves_its_place(client, posts):
    pin_post(posts[6], by=None)
    pin_post(posts[6], by=None, place=3)
    assert top(client) == ["Post 0", "Post 1", "Post 2", "Post 6"]
    assert Lead.objects.count() == 1


def test_it_starts_and_ends_at_its_times(client, posts):
    now = timezone.now()
    pin_post(posts[7], by=None)
    pin_post(posts[6], by=None, starts_at=now + HOUR, ends_at=now + 2 * HOUR)
    assert top(client)[0] == "Post 7"
    for hours, leads in ((1, "Post 6"), (2, "Post 0")):
        before = age_of({lead_key("en")}).state
        with time_machine.travel(now + hours * HOUR, tick=False):
            publish_due_posts(timestamp=0)
            assert top(client)[0] == leads
        # Caches hear of it.
        assert age_of({lead_key("en")}).state != before
    assert not Lead.objects.exists()


def test_editors_pin_and_unpin_on_one_page(desk, client, posts):
    sent = {"post": posts[6].pk, "place": "1", "starts_at_0": "", "starts_at_1": ""}
    desk.post(PAGE, {**sent, "ends_at_0": "2999-01-01", "ends_at_1": "07:30"})
    assert top(client)[1] == "Post 6"
    page = desk.get(PAGE).text
    assert "pinned until 2999-01-01 07:30" in page
    desk.post(PAGE, {"unpin": posts[6].pk})
    assert top(client)[1] == "Post 1"


def test_what_is_wrong_is_said(desk, posts):
    draft = make_draft()
    for sent in (
        {"post": draft.pk, "place": "0"},
        {"post": posts[0].pk, "place": "9"},
        {"post": posts[0].pk, "place": "0", "ends_at_0": "2020-01-01", "ends_at_1": "00:00"},
        {
            "post": posts[0].pk,
            "place": "0",
            "starts_at_0": "2999-01-02",
            "starts_at_1": "00:00",
            "ends_at_0": "2999-01-01",
            "ends_at_1": "00:00",
        },
        {"unpin": "x"},
    ):
        desk.post(PAGE, sent)
    assert not Lead.objects.exists()


def test_only_editors_set_it(posts):
    for role in ("Contributor", "Author"):
        client = signed_in(make_member(role))
        assert client.get(PAGE).status_code == 403
        assert client.post(PAGE, {"post": posts[0].pk, "place": "0"}).status_code == 403
    assert signed_in(make_member("Editor")).get(PAGE).status_code == 200
    assert not Lead.objects.exists()


def test_one_that_is_withdrawn_leaves_its_place_to_the_newest(client, posts):
    pin_post(posts[6], by=None)
    Post.objects.filter(pk=posts[6].pk).update(status="withdrawn")
    assert top(client) == ["Post 0", "Post 1", "Post 2", "Post 3"]


def test_what_is_pinned_says_so_and_places_have_their_names(desk, posts):
    pin_post(posts[6], by=None, place=2)
    pin_post(posts[7], by=None, place=1, starts_at=timezone.now() + HOUR)
    page = html.fromstring(desk.get(PAGE).text)
    offered = page.xpath("//select[@name='post']/option/text()")
    assert "Post 6 (pinned: Beside it, second)" in offered
    assert "Post 7 (later: Beside it, first)" in offered
    assert "Post 5" in offered
    places = [place.text.strip() for place in page.find_class("front-page-place")]
    assert places == [
        "Lead",
        *(f"Beside it, {number}" for number in ("first", "second", "third")),
        "Beside it, first",
    ]
