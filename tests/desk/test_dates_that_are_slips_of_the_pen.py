"""A year that no clock can show is refused where it is typed: it would break every list."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from posts.actions import Limits, correct_post, pin_post, redraft_post, save_post, schedule_post
from posts.models import NewerDraft, Post
from posts.snapshot import content_of
from tests.desk.forms import edit, new_post, send, typed
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db

FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "3000-01-02", "9999-12-31"])
@pytest.mark.parametrize("name", ["published_at", "publish_at", "withdraw_at"])
def test_at_the_form_of_a_live_post(desk, name, day):
    post = make_post()
    dates = {f"{name}_0": day, f"{name}_1": "00:00"}
    verb = "schedule" if name == "publish_at" else "save"
    answer = send(desk, edit(post), typed(desk, edit(post), verb=verb, title="New", **dates))
    assert any("Write a year between 1000 and 2999." in error for error in answer.errors)
    assert ">New</textarea>" in answer.text
    assert not NewerDraft.objects.exists()
    assert desk.get("/admin/").status_code == 200


@pytest.mark.parametrize("verb", ["save", "publish", "schedule"])
def test_at_the_form_of_a_new_one(desk, verb):
    dates = {"published_at_0": "0001-01-01", "published_at_1": "00:00", "verb": verb}
    answer = send(desk, "/admin/posts/post/add/", new_post(desk, **dates))
    assert answer.errors
    assert not Post.objects.exists()


@pytest.mark.parametrize("at", [FIRST, LAST])
def test_no_action_takes_one(at):
    live, draft = make_post(), make_draft()
    text = content_of(live)
    for act in (
        lambda: save_post(draft, content_of(draft), by=None, published_at=at),
        lambda: save_post(live, text, by=None, limits=Limits(withdraw_at=at)),
        lambda: save_post(draft, text, by=None, limits=Limits(embargo_until=at)),
        lambda: redraft_post(live, text, by=None, published_at=at),
        lambda: schedule_post(draft, at, by=None),
        lambda: pin_post(live, by=None, ends_at=at),
        lambda: pin_post(live, by=None, starts_at=at),
        lambda: correct_post(live, "Wrong.", by=None, at=at),
    ):
        with pytest.raises(ValidationError):
            act()
