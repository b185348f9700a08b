from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from posts.actions import (
    correct_post,
    discard_draft,
    publish_post,
    redraft_post,
    return_post,
    schedule_post,
    submit_post,
    withdraw_post,
)
from posts.models import NewerDraft, Post, Redirect
from posts.snapshot import content_of
from posts.tasks import publish_due_posts
from posts.working import working_content
from tests.factories import content, make_draft, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return make_post(title="Live", slug="live", tags=["Old"])


def newer(**values):
    return content(**{"title": "Newer", "slug": "live", "tags": ["New"], **values})


def test_readers_keep_the_row(client, post):
    row = Post.objects.filter(pk=post.pk).values().get()
    redraft_post(post, newer(), by=None)
    assert Post.objects.filter(pk=post.pk).values().get() == row
    page = client.get(post.get_absolute_url()).text
    assert ("Live" in page, "Newer" in page) == (True, False)
    assert content_of(Post.objects.get()).tags == ("Old",)
    assert client.get("/en/tags/new/").status_code == 404


def test_it_is_what_editors_go_on_with(post):
    redraft_post(post, newer(), by=None)
    found = Post.objects.get()
    assert (found.status, found.stage) == ("published", "draft")
    assert working_content(found).title == "Newer"
    assert working_content(found).tags == ("New",)


def test_publishing_puts_it_in_the_place_of_the_row(client, post):
    redraft_post(post, newer(slug="moved"), by=None)
    publish_post(post, by=None)
    found = Post.objects.get()
    assert (found.title, found.stage, found.guid) == ("Newer", "published", post.guid)
    assert found.published_at == post.published_at
    assert content_of(found).tags == ("New",)
    assert not NewerDraft.objects.exists()
    assert client.get("/en/posts/world/live/").status_code == 301
    assert Redirect.objects.get().post == found


def test_what_readers_are_told_is_kept_until_then(post):
    earlier = post.published_at - timedelta(days=1)
    redraft_post(post, newer(), by=None, significant=True, published_at=earlier)
    assert Post.objects.get().updated_at is None
    publish_post(post, by=None)
    found = Post.objects.get()
    assert found.updated_at is not None
    assert found.published_at == earlier


def test_it_has_stages_of_its_own(post):
    redraft_post(post, newer(), by=None)
    submit_post(post, by=None, note="Please look.")
    assert Post.objects.get().stage == "in_review"
    return_post(post, by=None)
    schedule_post(post, timezone.now() + timedelta(hours=1), by=None)
    found = Post.objects.get()
    assert (found.status, found.stage, found.title) == ("published", "scheduled", "Live")
    log = [(row.action, row.came_from, row.reached) for row in post.revisions.order_by("number")]
    assert log[2:] == [
        ("save", "published", "draft"),
        ("submit", "draft", "in_review"),
        ("return", "in_review", "draft"),
        ("schedule", "draft", "scheduled"),
    ]


def test_the_worker_publishes_it_at_its_time_and_once(post):
    redraft_post(post, newer(), by=None)
    at = timezone.now() + timedelta(hours=1)
    schedule_post(post, at, by=None)
    publish_due_posts(timestamp=0)
    assert Post.objects.get().title == "Live"
    with time_machine.travel(at, tick=False):
        publish_due_posts(timestamp=0)
        publish_due_posts(timestamp=60)
    found = Post.objects.get()
    assert (found.title, found.published_at) == ("Newer", post.published_at)
    assert found.revisions.filter(action="publish").count() == 2


def test_it_is_discarded_and_its_text_stays_in_the_history(post):
    redraft_post(post, newer(), by=None)
    discard_draft(post, by=None)
    found = Post.objects.get()
    assert (found.stage, found.title) == ("published", "Live")
    assert [row.snapshot["title"] for row in found.revisions.all()][:2] == ["Live", "Newer"]
    with pytest.raises(ValidationError):
        discard_draft(post, by=None)


def test_withdrawing_keeps_it_from_going_out(post):
    redraft_post(post, newer(), by=None)
    at = timezone.now() + timedelta(hours=1)
    schedule_post(post, at, by=None)
    withdraw_post(post, by=None)
    with time_machine.travel(at, tick=False):
        publish_due_posts(timestamp=0)
    found = Post.objects.get()
    assert (found.status, found.stage) == ("withdrawn", "draft")
    publish_post(found, by=None)
    assert Post.objects.get().title == "Newer"


def test_a_correction_is_read_at_once_and_leaves_it_alone(post):
    redraft_post(post, newer(), by=None)
    correct_post(post, "It was wrong.", by=None)
    found = Post.objects.get()
    assert (found.title, working_content(found).title) == ("Live", "Newer")


def test_what_could_not_be_published_is_refused_at_once(post):
    make_post(slug="taken")
    for bad in (newer(slug="taken"), newer(section=""), newer(body="")):
        with pytest.raises(ValidationError):
            redraft_post(post, bad, by=None)
    assert Post.objects.get(pk=post.pk).stage == "published"


def test_it_makes_no_tag_before_it_is_published(post):
    redraft_post(post, newer(tags=["Brand new"]), by=None)
    assert list(post.tags.values_list("name", flat=True)) == ["Old"]
    assert not type(post.tags.get()).objects.filter(name="Brand new").exists()


def test_what_was_never_public_has_none():
    draft = make_draft()
    with pytest.raises(ValidationError):
        redraft_post(draft, content(), by=None)
