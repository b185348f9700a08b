"""Work on many posts: whole steps, one end, whoever is killed in between."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError
from django.utils import timezone, translation
from procrastinate.contrib.django.models import ProcrastinateJob

from posts.actions import publish_post, withdraw_post
from posts.batches import begin, moves, prepare, run, unfinished
from posts.batches.merge import order_of
from posts.models import Batch, Post
from posts.snapshot import content_of
from posts.tasks import resume_batches, run_batch
from tests.database import database_url
from tests.factories import make_draft, make_editor, make_many, make_post

from .merging import category, tag

PROJECT = Path(__file__).resolve().parent.parent.parent


def order(kind, posts, editor, **what):
    return prepare(kind, by=editor, posts=[post.pk for post in posts], order=what)


@pytest.mark.django_db
def test_few_posts_are_done_at_once():
    posts = [make_post(tags=["Trade"]), make_draft(tags=[])]
    batch = begin(order("add_tags", posts, make_editor(), labels=["Chips", "trade"]))
    assert (batch.done, batch.total, batch.finished_at is None) == (2, 2, False)
    assert [content_of(post).tags for post in posts] == [("Trade", "Chips"), ("Chips", "trade")]
    assert not ProcrastinateJob.objects.filter(task_name="posts.tasks.run_batch").exists()


@pytest.mark.django_db
def test_many_are_left_to_the_worker():
    posts = [make_draft() for _number in range(3)]
    batch = begin(order("remove_tags", posts, make_editor(), labels=["TRADE"]), at_once=2)
    assert batch.done == 0
    job = ProcrastinateJob.objects.get(task_name="posts.tasks.run_batch")
    run_batch(**job.args)
    batch.refresh_from_db()
    assert batch.done == 3
    assert not any(content_of(post).tags for post in posts)


@pytest.mark.django_db
def test_what_is_refused_is_said_and_the_rest_is_done():
    publishable, bare = make_draft(tags=[]), make_draft(body="")
    public, gone = make_post(), make_draft()
    editor = make_editor("one", "change_post", "publish_post")
    batch = order("publish", [bare, public, gone, publishable], editor)
    gone.delete()
    batch = begin(batch)
    said = {row.post: row.reason for row in batch.refusals.all()}
    assert set(said) == {bare, public, None}
    assert "no text" in said[bare]
    assert Post.objects.get(pk=publishable.pk).status == "published"


@pytest.mark.django_db
def test_nobody_may_more_than_by_hand():
    public, draft = make_post(tags=["A"]), make_draft(tags=["A"])
    writer = make_editor("writer", "change_post")
    batch = begin(order("remove_tags", [public, draft], writer, labels=["A"]))
    assert [row.post for row in batch.refusals.all()] == [public]
    assert (content_of(public).tags, content_of(draft).tags) == (("A",), ())


@pytest.mark.django_db
def test_an_account_that_is_gone_is_not_the_system():
    post = make_draft(tags=[])
    editor = make_editor()
    batch = order("add_tags", [post], editor, labels=["A"])
    merging = prepare("merge", by=editor, order=order_of(tag("A"), tag("B")), total=1)
    editor.delete()
    for one in (batch, merging):
        begin(Batch.objects.get(pk=one.pk))
    assert content_of(post).tags == ()
    assert batch.refusals.count() == 1
    assert tag("A") != tag("B")


@pytest.mark.django_db
def test_what_changes_nothing_writes_no_revision():
    post = make_post(tags=["A"])
    before = post.revisions.count()
    begin(order("add_tags", [post], make_editor(), labels=["a"]))
    assert post.revisions.count() == before


@pytest.mark.django_db
def test_a_category_is_one_of_the_posts_language():
    category("tech")
    post, foreign = make_post(), make_post("zh")
    batch = order("file_under", [post, foreign], make_editor(), category="tech", title="Tech")
    begin(batch)
    assert content_of(post).categories == ("world", "tech")
    assert [row.post for row in batch.refusals.all()] == [foreign]


@pytest.mark.django_db
def test_reasons_are_told_in_the_editors_language():
    with translation.override("zh-hans"):
        batch = order("submit", [make_post()], make_editor())
    begin(batch)
    assert "已发布" in batch.refusals.get().reason


@pytest.mark.django_db
def test_dates_are_not_far_ahead_of_the_clock():
    posts = [make_draft() for _number in range(30)]
    begin(order("publish", posts, make_editor()), at_once=30)
    ahead = Post.objects.latest("modified_at").modified_at - timezone.now()
    assert ahead.total_seconds() < 5


@pytest.mark.django_db
def test_a_step_that_another_one_blocked_is_done_again(monkeypatch):
    failures = [OperationalError("deadlock detected")] * 2
    submit = moves.submit_post

    def blocked(*args, **kwargs):
        if failures:
            raise failures.pop()
        return submit(*args, **kwargs)

    monkeypatch.setattr(moves, "submit_post", blocked)
    post = make_draft()
    batch = begin(order("submit", [post], make_editor()))
    assert (batch.done, batch.refusals.count()) == (1, 0)
    post.refresh_from_db()
    assert post.status == "in_review"


@pytest.mark.django_db
def test_a_batch_begins_once_and_one_never_begun_is_forgotten():
    batch = order("submit", [make_draft()], make_editor())
    assert unfinished() == []
    begin(batch)
    begin(batch)
    assert batch.refusals.count() == 0
    old = order("submit", [make_draft()], make_editor("other"))
    Batch.objects.filter(pk=old.pk).update(created_at="2020-01-01T00:00:00Z")
    unfinished()
    assert not Batch.objects.filter(pk=old.pk).exists()


@pytest.mark.django_db
def test_a_post_that_was_taken_back_meanwhile_keeps_its_new_state():
    post = publish_post(make_draft(tags=[]), by=None)
    batch = order("add_tags", [post], make_editor(), labels=["A"])
    withdraw_post(Post.objects.get(pk=post.pk), by=None)
    begin(batch)
    post.refresh_from_db()
    assert (post.status, content_of(post).tags) == ("withdrawn", ("A",))


@pytest.mark.parametrize("kind", ["add_tags", "merge"])
@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_is_taken_over_and_nothing_is_done_twice(kind):
    posts = make_many(4, tags=["Old"])
    editor = make_editor()
    if kind == "merge":
        batch = prepare("merge", by=editor, order=order_of(tag("Old"), tag("New")), total=4)
    else:
        batch = order("add_tags", posts, editor, labels=["New"])
    begin(batch, at_once=0)
    done = subprocess.run(
        [sys.executable, "-m", "tests.terms.killed", str(batch.pk)],
        cwd=PROJECT,
        env={
            **os.environ,
            "DATABASE_URL": database_url(),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        },
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    batch.refresh_from_db()
    assert batch.done == 2
    changed = [post for post in posts if "New" in content_of(post).tags]
    assert len(changed) == 2
    ProcrastinateJob.objects.all()._raw_delete("default")
    resume_batches(timestamp=0)
    run_batch(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.done, batch.total, unfinished()) == (4, 4, [])
    assert all("New" in content_of(post).tags for post in posts)
    counts = [post.revisions.filter(action__in=["save", "merge"]).count() for post in posts]
    assert counts == [1, 1, 1, 1]
    run(batch.pk)
    batch.refresh_from_db()
    assert batch.done == 4
