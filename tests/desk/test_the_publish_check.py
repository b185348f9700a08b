"""What is missing is named before a post goes out, and keeps it back where the newsroom says so."""

from datetime import timedelta

import pytest
import time_machine
from django.core.checks import run_checks as system_checks
from django.core.exceptions import ValidationError
from django.utils import timezone

from posts.actions import import_post, publish_post, redraft_post, save_post, schedule_post
from posts.actions.imports import Origin
from posts.checks import run_checks
from posts.content import CitationContent
from posts.models import Post
from posts.snapshot import content_of
from posts.tasks import publish_due_posts
from tests.desk.forms import edit, send, typed
from tests.factories import content, make_draft, make_post

pytestmark = pytest.mark.django_db

TOMORROW = (timezone.now() + timedelta(days=2)).date()


@pytest.fixture
def blocking(settings):
    settings.BLOCKING_CHECKS = frozenset({"no-source"})


def codes(post):
    return {remark.code for remark in run_checks(post)}


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"categories": ()}, "no-category"),
        ({"sources": []}, "no-source"),
        ({"summary": ""}, "empty-summary"),
        ({"body": '<p><img src="https://a.example/a.png"></p>'}, "missing-alt"),
        ({"body": "<h2>A</h2><h4>B</h4>"}, "heading-order"),
        ({"title": "Long " * 40}, "long-title"),
        ({"citations": (CitationContent(label="W", date=TOMORROW),)}, "source-in-future"),
    ],
)
def test_each_is_found_and_nothing_else(values, code):
    assert codes(make_draft(tags=["Trade"])) == set()
    assert codes(make_draft(tags=["Trade"], **values)) == {code}


def test_the_same_headline_and_the_same_end_of_an_address():
    make_post(title="Rates fall", slug="rates")
    assert codes(make_draft(title="rates FALL", slug="other")) == {"same-headline"}
    assert codes(make_draft(slug="rates", section="finance")) == {"same-slug"}
    assert codes(make_draft("zh", title="Rates fall", slug="rates")) == set()


def test_by_default_they_only_remark(desk):
    post = make_draft(sources=[])
    page = desk.get(edit(post)).text
    assert "It cites no source." in page
    assert "Keeps it from going out" not in page
    publish_post(post, by=None)
    assert Post.objects.get().status == "published"


def test_what_the_newsroom_says_keeps_it_back(desk, blocking):
    post = make_draft(sources=[])
    assert "Keeps it from going out:" in desk.get(edit(post)).text
    response = send(desk, edit(post), typed(desk, edit(post), title="Typed", verb="publish"))
    assert response.errors == ["It cannot go out like this: It cites no source."]
    assert response.context["adminform"].form["title"].value() == "Typed"
    for move in (publish_post, lambda one, by: schedule_post(one, tomorrow(), by=by)):
        with pytest.raises(ValidationError):
            move(post, by=None)
    assert Post.objects.get().status == "draft"


def test_the_other_remarks_keep_nothing_back(blocking):
    publish_post(make_draft(summary="", categories=()), by=None)
    assert Post.objects.get().status == "published"


def test_it_is_checked_again_when_a_scheduled_post_goes_out(settings):
    post = schedule_post(make_draft(sources=[]), tomorrow(), by=None)
    fine = schedule_post(make_draft(), tomorrow(), by=None)
    settings.BLOCKING_CHECKS = frozenset({"no-source"})
    with time_machine.travel(tomorrow() + timedelta(hours=1), tick=False):
        publish_due_posts(timestamp=0)
    status = dict(Post.objects.values_list("pk", "status"))
    assert status == {post.pk: "scheduled", fine.pk: "published"}


def test_a_newer_draft_is_checked_and_not_the_row(blocking):
    post = make_post()
    redraft_post(post, content(sources=[], slug=post.slug), by=None)
    for move in (publish_post, lambda one, by: schedule_post(one, tomorrow(), by=by)):
        with pytest.raises(ValidationError):
            move(post, by=None)
    assert Post.objects.get().citations.exists()
    redraft_post(post, content(slug=post.slug), by=None)
    publish_post(post, by=None)


def test_the_form_shows_what_is_found_in_the_newer_draft(desk):
    post = make_post()
    redraft_post(post, content(sources=[], slug=post.slug), by=None)
    assert "It cites no source." in desk.get(edit(post)).text
    assert Post.objects.get().citations.exists()


def test_what_comes_from_elsewhere_is_taken_as_it_is(blocking):
    origin = Origin(guid="https://a.example/1", guid_is_permalink=True, published_at=None)
    post = make_draft()
    import_post(post.publication, content(sources=[]), origin, by=None)
    assert Post.objects.published("en").count() == 1


def test_saving_is_never_kept_back(blocking):
    post = make_draft()
    save_post(post, content(sources=[]), by=None)
    assert not content_of(Post.objects.get()).citations


def test_a_code_that_no_check_has_stops_the_start(settings):
    settings.BLOCKING_CHECKS = frozenset({"no-sources"})
    [error] = [one for one in system_checks() if one.id == "posts.E001"]
    assert "no-sources" in error.msg
    assert "no-source" in error.hint


def tomorrow():
    return timezone.now() + timedelta(days=1)
