"""Two editors and a client at the same time, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction
from django.test import Client

from posts.models import Post
from tests.factories import make_post
from tests.polling.polls import Poller, edit, guids

pytestmark = pytest.mark.django_db(transaction=True)

WAIT = 20


@pytest.fixture
def poll(form, transactional_db):
    return Poller(Client(), form)


@pytest.fixture
def beside():
    """Runs a function in a thread with a connection of its own."""
    with ThreadPoolExecutor() as pool:

        def run(work, *arguments):
            def closing():
                try:
                    return work(*arguments)
                finally:
                    connection.close()

            return pool.submit(closing)

        yield run


def edit_and_commit_late(pk, title, edited, commit):
    with transaction.atomic():
        edit(Post.objects.get(pk=pk), title=title)
        edited.set()
        assert commit.wait(WAIT)


def test_a_transaction_that_commits_after_the_poll(poll, beside):
    post, other = make_post(), make_post()
    edited, commit = Event(), Event()
    late = beside(edit_and_commit_late, post.pk, "Late", edited, commit)
    assert edited.wait(WAIT)
    between = poll()
    assert b"Late" not in between.content
    commit.set()
    late.result()
    assert poll.only_date(between) == 200
    delta = poll(a_im="feed", if_none_match=between.headers["ETag"])
    assert guids(delta) == [post.guid]
    assert b"Late" in delta.content
    assert other.guid.encode() not in delta.content


def test_one_that_begins_later_and_wants_to_commit_first_waits(poll, beside):
    """Else a poll between the two commits would be newer than what is still to come."""
    first, second = make_post(), make_post()
    edited, commit, began = Event(), Event(), Event()
    late = beside(edit_and_commit_late, first.pk, "First", edited, commit)
    assert edited.wait(WAIT)

    def change():
        began.set()
        edit(Post.objects.get(pk=second.pk), title="Second")

    other = beside(change)
    assert began.wait(WAIT)
    between = poll()
    assert b"Second" not in between.content
    commit.set()
    late.result(), other.result()
    delta = poll(a_im="feed", if_none_match=between.headers["ETag"])
    assert set(guids(delta)) == {first.guid, second.guid}


def test_a_transaction_that_fails_leaves_no_trace(poll, beside):
    post = make_post()
    before = poll()

    def fail():
        with transaction.atomic():
            edit(Post.objects.get(pk=post.pk), title="Never")
            raise LookupError

    with pytest.raises(LookupError):
        beside(fail).result()
    assert poll.only_etag(before) == 304


def test_a_client_that_polls_all_the_while_has_everything_in_the_end(poll, beside):
    posts = [make_post() for _number in range(4)]
    etag = poll().headers["ETag"]
    seen = set()

    def change(post):
        for number in range(3):
            edit(Post.objects.get(pk=post.pk), title=f"{post.pk} {number}")

    workers = [beside(change, post) for post in posts]
    while True:
        over = all(worker.done() for worker in workers)
        answer = poll(a_im="feed", if_none_match=etag)
        etag = answer.headers["ETag"]
        if answer.status_code == 226:
            seen |= {post.pk for post in posts if f"{post.pk} 2".encode() in answer.content}
        if over:
            break
    for worker in workers:
        worker.result()
    assert seen == {post.pk for post in posts}


def test_translations_that_move_at_once_wait_for_each_other_in_turn(poll, beside):
    """Each change dates the other post too, which leads to it: neither may wait in a circle."""
    english = make_post()
    chinese = make_post("zh")
    Post.objects.filter(pk=chinese.pk).update(translation_key=english.translation_key)
    begin = Barrier(2)

    def move(pk):
        for number in range(5):
            begin.wait(WAIT)
            edit(Post.objects.get(pk=pk), slug=f"moved-{number}")

    workers = [beside(move, post.pk) for post in (english, chinese)]
    for worker in workers:
        worker.result()
    assert b"/zh/posts/world/moved-4/" in poll().content
