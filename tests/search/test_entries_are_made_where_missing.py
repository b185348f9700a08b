import threading
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import close_old_connections, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from posts.actions import save_post
from posts.models import Post, SearchBrief, SearchEntry
from posts.search.entries import index_some, unindexed
from posts.search.upkeep import build_later, build_missing
from tests.factories import content, make_post

from .pages import found


@pytest.mark.django_db
def test_posts_without_an_entry_and_with_an_old_one():
    make_post(title="Quantum")
    make_post(title="Tokamak")
    SearchEntry.objects.filter(post__title="Quantum").delete()
    SearchEntry.objects.update(version=1)
    assert unindexed().count() == 2
    build_missing()
    assert not unindexed().exists()
    assert found("quantum") == ["Quantum"]


@pytest.mark.django_db
def test_a_migration_leaves_it_to_the_worker():
    make_post()
    SearchEntry.objects.all().delete()
    build_later()
    build_later()
    jobs = ProcrastinateJob.objects.filter(task_name="posts.tasks.build_search_entries")
    assert jobs.filter(status="todo").count() == 1


@pytest.mark.django_db
def test_the_command_makes_all_anew_and_says_how_far_it_is():
    make_post(title="Quantum")
    SearchEntry.objects.update(words="")
    SearchBrief.objects.all().delete()
    out = StringIO()
    call_command("rebuild_search", stdout=out)
    assert "1 of 1 posts" in out.getvalue()
    assert found("quantum") == ["Quantum"]


@pytest.mark.django_db(transaction=True)
def test_two_saves_at_once_leave_a_right_entry():
    post = make_post(title="Before")
    barrier = threading.Barrier(2)

    def save(title: str) -> None:
        barrier.wait()
        try:
            save_post(Post.objects.get(pk=post.pk), content(title=title, slug=post.slug), by=None)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(title,)) for title in ("Quantum", "Tokamak")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    post.refresh_from_db()
    assert post.title in ("Quantum", "Tokamak")
    other = {"Quantum", "Tokamak"} - {post.title}
    assert found(post.title) == [post.title]
    assert found(other.pop()) == []


@pytest.mark.django_db(transaction=True)
def test_whoever_builds_leaves_a_post_that_is_being_saved_to_the_saver():
    post = make_post(title="Before")
    SearchEntry.objects.all().delete()
    built: list[int] = []

    def build() -> None:
        built.append(index_some(unindexed(), 10, wait=False))
        close_old_connections()
        connection.close()

    with transaction.atomic():
        save_post(post, content(title="Quantum", slug=post.slug), by=None)
        thread = threading.Thread(target=build)
        thread.start()
        thread.join()
    assert built == [0]
    assert found("quantum") == ["Quantum"]
