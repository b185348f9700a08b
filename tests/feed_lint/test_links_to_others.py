"""Fetched by the worker after publication, told from what was stored."""

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from feeds.lint import foreign_links
from feeds.lint.entry import Entry
from feeds.lint.foreign_links import due_links, forget_old, look_at
from feeds.lint.tasks import check_link, check_links
from feeds.models import LinkCheck
from posts.actions import redraft_post, schedule_post, submit_post
from posts.models import Post
from safeguards.fetch import fetch
from tests.factories import content, make_draft, make_post
from tests.safeguards.servers import answering, serving

WIRE = "https://wire.example/a"
SOURCES = [("Wire", WIRE)]


def checked(url=WIRE, status=404, days_ago=0):
    at = timezone.now() - timezone.timedelta(days=days_ago)
    return LinkCheck.objects.create(url=url, status=status, checked_at=at)


@pytest.fixture
def local(monkeypatch):
    """Lets the worker fetch from this machine."""
    monkeypatch.setattr(
        foreign_links, "fetch", lambda url, **values: fetch(url, allow_private=True, **values)
    )


@pytest.mark.parametrize(("status", "dead"), [(404, True), (410, True), (403, False), (500, False)])
@pytest.mark.usefixtures("local")
def test_what_a_server_answers(status, dead):
    with serving(answering(b"x", status)) as server:
        check_link(server.url)
        assert LinkCheck.objects.get().status == status
        assert look_at(server.url).is_dead is dead


@pytest.mark.usefixtures("local")
def test_a_network_that_fails_says_nothing():
    assert look_at("http://127.0.0.1:9/").status is None
    assert not look_at("http://127.0.0.1:9/").is_dead


def test_our_own_network_is_not_asked():
    with serving(answering(b"x", 404)) as server:
        assert look_at(server.url).status is None
        assert server.seen == []


def test_sources_and_links_are_looked_at(found):
    body = '<p><a href="https://x.example/b#part">x</a></p>'
    assert found(body, sources=SOURCES) == []
    checked(), checked("https://x.example/b")
    assert found(body, sources=SOURCES) == [
        ("dead-link", "https://x.example/b#part"),
        ("dead-link", WIRE),
    ]


def test_what_was_alive_or_silent_is_no_remark(found):
    checked(status=200)
    assert found(sources=SOURCES) == []
    LinkCheck.objects.update(status=None)
    assert found(sources=SOURCES) == []


@pytest.mark.parametrize(
    ("status", "days_ago", "due"),
    [(200, 1, False), (200, 31, True), (404, 0, False), (404, 2, True), (None, 2, False)],
)
def test_each_is_asked_rarely(status, days_ago, due):
    checked(status=status, days_ago=days_ago)
    assert due_links(make_draft(sources=SOURCES)) == ([WIRE] if due else [])


def test_a_post_has_so_many_links_looked_at():
    body = "".join(f'<a href="https://x.example/{number}">x</a>' for number in range(80))
    assert len(due_links(make_draft(body=body))) == 50


def test_only_what_is_on_other_sites_and_can_be_stored():
    body = (
        '<a href="/en/">x</a><a href="mailto:a@x.example">x</a><a href="https://x.example/">x</a>'
        f'<a href="https://x.example/{"a" * 2000}">x</a><a href="https://x.example/#b">x</a>'
    )
    assert due_links(make_draft(body=body, sources=[])) == ["https://x.example/"]


def test_old_ones_are_forgotten():
    checked(days_ago=10)
    forget_old()
    assert LinkCheck.objects.count() == 1
    LinkCheck.objects.update(checked_at=timezone.now() - timezone.timedelta(days=200))
    forget_old()
    assert not LinkCheck.objects.exists()


def jobs():
    rows = ProcrastinateJob.objects.filter(task_name__startswith="feeds.lint.").order_by("pk")
    return [(row.task_name.rpartition(".")[2], row.args) for row in rows]


def test_publishing_has_them_looked_at(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        post = make_post(sources=SOURCES, body=f'<p><a href="{WIRE}2">x</a></p>')
    assert jobs() == [("check_links", {"post_id": post.pk})]
    check_links(post_id=post.pk)
    check_links(post_id=post.pk)
    assert jobs()[1:] == [("check_link", {"url": f"{WIRE}2"}), ("check_link", {"url": WIRE})]
    assert {row.priority for row in ProcrastinateJob.objects.all()} == {-10}
    check_links(post_id=0)


def test_drafts_and_imports_do_not(django_capture_on_commit_callbacks):
    from tests.factories import make_imported

    with django_capture_on_commit_callbacks(execute=True):
        make_draft(sources=SOURCES)
        make_imported(sources=SOURCES)
    assert jobs() == []


def test_a_queue_that_fails_stops_nothing(django_capture_on_commit_callbacks, monkeypatch, caplog):
    def fail(**_values):
        raise OSError("no queue")

    monkeypatch.setattr(check_links, "defer", fail)
    with django_capture_on_commit_callbacks(execute=True):
        make_post()
    assert "will not be checked" in caplog.text


def test_the_links_of_an_entry_are_absolute_and_each_once():
    body = f'<a href="{WIRE}">x</a><a href="{WIRE}">x</a><a href="/a/">x</a>'
    links = Entry(make_draft(body=body, sources=SOURCES)).web_links
    assert links == [WIRE, "http://127.0.0.1:8000/a/"]


@pytest.mark.parametrize("hand_in", ["submit", "schedule"])
def test_a_text_that_is_handed_in_is_looked_at_before_readers_see_it(
    hand_in, django_capture_on_commit_callbacks
):
    post = make_draft(sources=SOURCES)
    with django_capture_on_commit_callbacks(execute=True):
        if hand_in == "submit":
            submit_post(post, by=None)
        else:
            schedule_post(post, timezone.now() + timezone.timedelta(days=1), by=None)
    assert jobs() == [("check_links", {"post_id": post.pk})]
    check_links(post_id=post.pk)
    assert jobs()[1:] == [("check_link", {"url": WIRE})]


def test_so_is_a_newer_draft_which_stays_one(django_capture_on_commit_callbacks):
    post = make_post(body="<p>Old.</p>", sources=[])
    redraft_post(post, content(body=f'<p><a href="{WIRE}">n</a></p>', sources=[]), by=None)
    with django_capture_on_commit_callbacks(execute=True):
        submit_post(post, by=None)
    check_links(post_id=post.pk)
    assert jobs()[-1] == ("check_link", {"url": WIRE})
    post = Post.objects.get()
    assert (post.body, post.stage) == ("<p>Old.</p>", "in_review")
