"""An import that is cut off goes on where it was; two at once make nothing twice."""

import threading

import pytest
from django.db import connection, transaction

from edge.models import Stamp
from posts.actions import import_posts
from posts.models import Post, Provenance, Redirect, Revision, SearchEntry
from posts.signals import posts_changed
from posts.taking import store
from sources.models import Publisher
from taxonomy.models import Tag
from tests.factories import make_publication

from .arriving import arrival, take

KEPT = (Post, Provenance, Revision, SearchEntry, Redirect, Tag, Publisher)


def some(first: int, last: int) -> list:
    return [
        arrival(f"post-{number}", tags=("Trade", f"Tag {number % 7}"), old_paths=(f"/{number}/",))
        for number in range(first, last)
    ]


@pytest.mark.django_db
def test_a_batch_that_is_cut_off_leaves_nothing_and_can_come_again(monkeypatch):
    take(*some(0, 10))
    before = [model.objects.count() for model in KEPT]

    def killed(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store, "_filed", killed)
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            take(*some(10, 20))
    assert [model.objects.count() for model in KEPT] == before
    assert {one.outcome for one in take(*some(0, 10))} == {"unchanged"}
    assert {one.outcome for one in take(*some(10, 20))} == {"created"}
    assert Post.objects.count() == 20


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_the_same_site():
    make_publication("en"), make_publication("zh")
    start, results, errors = threading.Barrier(2), [], []

    def work() -> None:
        try:
            for begin in range(0, 80, 20):
                start.wait(20)
                taken = import_posts(some(begin, begin + 20), by=None)
                results.extend(one.outcome for one in taken)
        except Exception as error:  # noqa: BLE001 — told to the test
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _import in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert errors == []
    assert sorted(results) == ["created"] * 80 + ["unchanged"] * 80
    assert Post.objects.count() == Provenance.objects.count() == Revision.objects.count() == 80


@pytest.mark.django_db
def test_others_are_told_once_a_batch_and_stamps_are_one(django_capture_on_commit_callbacks):
    heard = []

    def hear(sender, **told):
        heard.append(told)

    posts_changed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            taken = take(*some(0, 10))
    finally:
        posts_changed.disconnect(hear)
    [told] = heard
    assert set(told["post_ids"]) == {one.post.pk for one in taken}
    assert told["action"] == "import"
    assert {"en", "en/posts/tech", "en/tags/trade", "all"} <= told["keys"]
    assert "/en/posts/tech/post-3/" in told["paths"]
    dates = set(Stamp.objects.filter(key__in=told["keys"]).values_list("changed_at", flat=True))
    assert dates == set(Post.objects.values_list("modified_at", flat=True))
    assert len(dates) == 1
