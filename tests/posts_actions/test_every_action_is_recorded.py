from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from posts.actions import (
    publish_post,
    return_post,
    save_post,
    schedule_post,
    submit_post,
    withdraw_post,
)
from posts.content import PostContent
from posts.signals import post_changed
from posts.snapshot import content_of
from tests.factories import content, make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db


def test_each_leaves_a_revision_with_who_did_it():
    editor = make_editor()
    post = make_draft()
    submit_post(post, by=editor)
    return_post(post, by=editor, note="Which source?")
    save_post(post, content(tags=["One", "Two"]), by=editor)
    schedule_post(post, timezone.now() + timedelta(hours=1), by=editor)
    publish_post(post, by=editor)
    withdraw_post(post, by=editor)
    rows = list(post.revisions.order_by("number").values_list("number", "action", "status"))
    assert rows == [
        (1, "create", "draft"),
        (2, "submit", "in_review"),
        (3, "return", "draft"),
        (4, "save", "draft"),
        (5, "schedule", "scheduled"),
        (6, "publish", "published"),
        (7, "withdraw", "withdrawn"),
    ]
    assert post.revisions.get(number=3).note == "Which source?"
    assert post.revisions.get(number=7).by == editor


def test_a_revision_holds_the_whole_post():
    post = make_post(tags=["AI", "ai", "White House"], sources=[("路透社", "https://a.example/1")])
    kept = PostContent.from_json(post.revisions.first().snapshot)
    assert kept == content_of(post)
    assert kept.tags == ("AI", "ai", "White House")
    assert kept.citations[0].label == "路透社"


def test_a_revision_cannot_be_rewritten():
    revision = make_draft().revisions.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(revision).objects.filter(pk=revision.pk).update(note="it was not me")


def test_others_hear_of_it_once_it_is_committed(django_capture_on_commit_callbacks):
    heard = []

    def hear(sender, **values):
        heard.append((values["action"], values["paths"]))

    post_changed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            post = make_post(section="world", slug="first")
            save_post(post, content(slug="second"), by=None)
            assert heard == []
    finally:
        post_changed.disconnect(hear)
    assert heard == [
        ("publish", frozenset({"/en/posts/world/first/"})),
        ("save", frozenset({"/en/posts/world/first/", "/en/posts/world/second/"})),
    ]
