"""Merges and saves that cross: no post keeps a merged tag, and nothing waits for ever."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection, transaction

from posts.actions import merge_terms, save_post
from posts.models import Post, TaggedPost
from posts.snapshot import content_of
from taxonomy.models import Tag
from tests.factories import content, make_draft, make_post

from .merging import tag

pytestmark = pytest.mark.django_db(transaction=True)


class Other(threading.Thread):
    """Does something in a connection of its own; `result` waits for it."""

    def __init__(self, work):
        super().__init__()
        self.work = work
        self.error = None
        self.start()

    def run(self):
        close_old_connections()
        try:
            self.work()
        except Exception as error:  # noqa: BLE001 — told to the test
            self.error = error
        finally:
            connection.close()

    def result(self):
        self.join(20)
        assert not self.is_alive()
        return self.error


def no_post_has_a_synonym():
    return not TaggedPost.objects.filter(tag__merged_into__isnull=False).exists()


def test_a_save_that_comes_while_a_merge_is_not_committed():
    make_post(tags=["PRC"])
    post = make_draft(tags=[])
    prc, china = tag("PRC"), tag("China")
    with transaction.atomic():
        merge_terms(prc, china, by=None)
        mine = Post.objects.get(pk=post.pk)
        other = Other(lambda: save_post(mine, content(slug=post.slug, tags=["PRC"]), by=None))
        other.join(0.5)
        assert other.is_alive()  # it waits for what becomes of the tag
    assert other.result() is None
    assert content_of(post).tags == ("China",)
    assert no_post_has_a_synonym()


def test_a_merge_that_comes_while_a_save_is_not_committed():
    make_post(tags=["PRC"])
    post = make_draft(tags=[])
    prc, china = tag("PRC"), tag("China")
    with transaction.atomic():
        save_post(post, content(slug=post.slug, tags=["PRC"]), by=None)
        other = Other(lambda: merge_terms(prc, china, by=None))
        other.join(0.5)
        assert other.is_alive()
    assert other.result() is None
    assert content_of(post).tags == ("China",)
    assert no_post_has_a_synonym()


@pytest.mark.parametrize("second", [("C", "A"), ("B", "C"), ("A", "C"), ("A", "B")])
def test_two_merges_leave_no_chain(second):
    for name in "ABC":
        make_post(tags=[name])
    first = (tag("A"), tag("B"))
    with transaction.atomic():
        merge_terms(*first, by=None)
        names = [Tag.every.get(slug=name.lower()) for name in second]
        other = Other(lambda: merge_terms(*names, by=None))
        other.join(0.5)
    assert other.result() is None or isinstance(other.result(), ValidationError)
    assert not Tag.every.filter(merged_into__merged_into__isnull=False).exists()
    assert no_post_has_a_synonym()
    assert Post.objects.count() == 3
