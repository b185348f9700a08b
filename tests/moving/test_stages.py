"""In which status a post is afterwards: by what it was here, and what it is there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from posts.actions import publish_post, submit_post, withdraw_post
from posts.actions.due import publish_if_due, withdraw_if_due
from posts.models import Post
from posts.workflow import Status
from tests.factories import make_editor

from .arriving import OLD, WHEN, arrival, outcomes, take, take_one, tomorrow

pytestmark = pytest.mark.django_db

GUID = f"{OLD}/en/posts/tech/chips/"
STAGES = {
    "draft": {"stage": Status.DRAFT},
    "published": {},
    "ahead": {"published_at": tomorrow()},
    "withdrawn": {"stage": Status.WITHDRAWN},
}
# What it came as, what it comes as, what it is then.
TABLE = [
    ("draft", "draft", "draft"),
    ("draft", "published", "published"),
    ("draft", "ahead", "scheduled"),
    ("draft", "withdrawn", "withdrawn"),
    ("published", "draft", "withdrawn"),
    ("published", "ahead", "scheduled"),
    ("published", "withdrawn", "withdrawn"),
    ("ahead", "published", "published"),
    ("ahead", "draft", "withdrawn"),
    ("ahead", "withdrawn", "withdrawn"),
    ("withdrawn", "published", "published"),
    ("withdrawn", "draft", "withdrawn"),
    ("withdrawn", "ahead", "scheduled"),
]


@pytest.mark.parametrize(("first", "then", "status"), TABLE)
def test_from_stage_to_stage(first, then, status):
    take(arrival(**STAGES[first]))
    # The body changes along, so that it is never the same.
    taken = take_one(arrival(body="<p>New.</p>", **STAGES[then]))
    post = Post.objects.get()
    assert (taken.outcome, post.status) == ("updated", status)
    assert post.guid == (None if status == "draft" else GUID)


FIRST = {
    "draft": "draft",
    "published": "published",
    "ahead": "scheduled",
    "withdrawn": "withdrawn",
}


@pytest.mark.parametrize(("stage", "status"), FIRST.items())
def test_as_what_it_comes_first(stage, status, client):
    post = take_one(arrival(**STAGES[stage])).post
    post.refresh_from_db()
    assert post.status == status
    assert post.guid == (None if stage == "draft" else GUID)
    answers = {"published": 200, "withdrawn": 410}
    assert client.get(post.get_absolute_url()).status_code == answers.get(status, 404)


def test_a_draft_without_section_and_text_is_one_all_the_same():
    draft = take_one(arrival(stage=Status.DRAFT, section="", body="")).post
    assert (draft.section, draft.body, draft.published_at) == (None, "", WHEN)


def test_a_stage_alone_is_a_change():
    take(arrival())
    assert outcomes(arrival(stage=Status.WITHDRAWN, guid=GUID)) == ["updated"]
    assert Post.objects.get().published_at == WHEN


def test_when_it_is_to_be_withdrawn():
    take(arrival("soon", withdraw_at=tomorrow()), arrival("over", withdraw_at=WHEN))
    soon, over = Post.objects.get(slug="soon"), Post.objects.get(slug="over")
    assert (soon.status, soon.withdraw_at > timezone.now()) == ("published", True)
    assert (over.status, over.withdraw_at) == ("withdrawn", None)


def test_what_the_clock_published_can_still_change_there():
    take(arrival(published_at=tomorrow()))
    due = timezone.now() + timedelta(days=2)
    # As the worker finds it when its time has come.
    Post.objects.update(published_at=timezone.now() - timedelta(hours=1))
    assert publish_if_due(Post.objects.get(), due)
    assert outcomes(arrival(title="Better", published_at=WHEN)) == ["updated"]


def test_what_the_clock_withdrew_comes_back_when_it_is_to_stay_longer_there():
    take(arrival(withdraw_at=tomorrow()))
    assert withdraw_if_due(Post.objects.get(), timezone.now() + timedelta(days=2))
    assert outcomes(arrival(withdraw_at=None)) == ["updated"]
    assert Post.objects.get().status == "published"


def test_what_an_editor_withdrew_stays_away():
    take(arrival())
    withdraw_post(Post.objects.get(), by=make_editor())
    assert outcomes(arrival(title="Better"), arrival("other")) == ["edited here", "created"]
    assert Post.objects.get(slug="chips").status == "withdrawn"


def test_a_draft_that_an_editor_published_is_left_alone():
    take(arrival(stage=Status.DRAFT))
    publish_post(Post.objects.get(), by=make_editor())
    guid = Post.objects.get().guid
    assert outcomes(arrival()) == ["edited here"]
    assert Post.objects.get().guid == guid


def test_so_is_one_that_was_handed_in_for_review():
    take(arrival(stage=Status.DRAFT))
    submit_post(Post.objects.get(), by=make_editor())
    assert outcomes(arrival(stage=Status.DRAFT, title="Better")) == ["edited here"]
    assert Post.objects.get().status == "in_review"


def test_a_guid_is_for_ever():
    take(arrival())
    assert outcomes(arrival(title="Better", guid="urn:uuid:other")) == ["updated"]
    assert Post.objects.get().guid == GUID
