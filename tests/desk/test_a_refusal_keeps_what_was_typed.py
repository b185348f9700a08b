"""Whatever an action says no to comes back on the form; nothing is stored halfway."""

from datetime import UTC, datetime
from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from posts.models import Author, Post, Revision
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.desk.forms import ADD, edit, new_post, send, typed
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db

TYPED = {
    "title": "A headline of mine",
    "summary": "A standfirst of mine.",
    "body": "<p>A body of mine.</p>",
    "tag_list": "Kept, Too",
    "author_list": "Ann Lee",
}


@pytest.fixture(autouse=True)
def world(publication):
    Category.objects.ensure("en", ["world"])


def all_rows():
    return [model.objects.count() for model in (Post, Tag, Author, Publisher, Revision)]


def assert_kept(response):
    form = response.context["adminform"].form
    for name, value in TYPED.items():
        assert form[name].value() == value
    assert "A body of mine." in response.text
    assert "https://wire.example/mine" in response.text


REFUSED = {
    "the address is taken": ({"slug": "taken"}, "Another post has this address."),
    "a tag without an address": ({"tag_list": "Kept, 🎉"}, "no letter or digit"),
    "a tag without end": ({"tag_list": "x" * 201}, "longer than 200 characters"),
    "an author without an address": ({"author_list": "???"}, "no letter or digit"),
    "an author without end": ({"author_list": "y" * 201}, "200"),
    "a slug that is none": ({"slug": "a/b"}, "A slug has no spaces"),
    "no date to schedule for": ({"verb": "schedule"}, "Choose when it is to be published."),
    "a date in the past": (
        {"verb": "schedule", "published_at_0": "2020-01-01", "published_at_1": "08:00"},
        "Choose a time in the future.",
    ),
    "no section to publish in": ({"verb": "publish", "section": ""}, "Choose a section"),
    "no text to publish": ({"verb": "publish", "body": ""}, "There is no text yet."),
    "a verb that is none": ({"verb": "destroy"}, "destroy"),
    "a headline without end": ({"title": "z" * 301}, "at most 300 characters"),
    "markup without bottom": ({"body": "<div>" * 300}, "deep"),
}


@pytest.mark.parametrize(("values", "message"), REFUSED.values(), ids=REFUSED)
def test_on_a_new_post(desk, values, message):
    make_post(slug="taken")
    data = new_post(desk, **{**TYPED, "sources": [("Wire", "https://wire.example/mine")], **values})
    before = all_rows()
    response = send(desk, ADD, data)
    assert response.status_code == 200
    assert message in " ".join(response.errors)
    assert all_rows() == before
    kept = {name: value for name, value in TYPED.items() if name not in values}
    form = response.context["adminform"].form
    assert {name: form[name].value() for name in kept} == kept
    assert "https://wire.example/mine" in response.text


@pytest.mark.parametrize(
    ("error", "status"),
    [(PermissionDenied("publish_post"), 403), (IntegrityError("a race"), 200)],
    ids=["PermissionDenied", "IntegrityError"],
)
def test_whatever_goes_wrong_in_an_action(desk, error, status):
    post = make_draft()
    sources = [("Wire", "https://wire.example/mine")]
    data = typed(desk, edit(post), sources=sources, verb="publish", **TYPED)
    before = all_rows()
    # The text has been saved by then, so there is something to roll back.
    with mock.patch.dict("posts.admin.carry_out._MOVES", publish=mock.Mock(side_effect=error)):
        response = send(desk, edit(post), data)
    assert response.status_code == status
    assert response.errors
    assert_kept(response)
    post.refresh_from_db()
    assert post.title != TYPED["title"]
    assert all_rows() == before


def test_the_form_can_be_sent_again(desk):
    make_post(slug="taken")
    sources = [("Wire", "https://wire.example/mine")]
    data = new_post(desk, **TYPED, slug="taken", sources=sources)
    send(desk, ADD, data)
    send(desk, ADD, {**data, "slug": "free"})
    post = Post.objects.get(slug="free")
    assert (post.title, post.body) == (TYPED["title"], TYPED["body"])


def test_a_source_that_leads_nowhere(desk):
    for url in ("javascript:alert(1)", "ftp://a.example/", "https://a b"):
        response = send(desk, ADD, new_post(desk, **TYPED, sources=[("Wire", url)]))
        assert "begins with http:// or https://" in response.text, url
    assert not Post.objects.exists()


def test_a_source_without_a_name(desk):
    data = new_post(desk, **{"citations-0-headline": "Rates fall"})
    assert "Who is cited? Write a name." in send(desk, ADD, data).text
    assert not Post.objects.exists()


def test_a_published_post_cannot_lose_what_readers_need(desk):
    post = make_post(body="<p>Text.</p>")
    for lost in ("body", "section", "published_at_0"):
        response = send(desk, edit(post), typed(desk, edit(post), **{lost: ""}))
        assert response.errors, lost
    post.refresh_from_db()
    assert post.body == "<p>Text.</p>"


def test_a_published_post_cannot_move_into_the_future(desk):
    post = make_post(published_at=datetime(2026, 4, 26, tzinfo=UTC))
    data = typed(desk, edit(post), published_at_0="2999-01-01", verb="save")
    assert send(desk, edit(post), data).errors == ["A published post has a date in the past."]


def test_a_refused_form_of_a_public_post_without_slug(desk):
    post = make_post(slug="as-it-is")
    response = send(desk, edit(post), typed(desk, edit(post), title="", slug="", verb="save"))
    assert response.status_code == 200
    assert response.errors
    assert "/en/posts/world/as-it-is/" in response.text
