import pytest

from posts.actions import withdraw_post
from tests.clients.feed_readers import Feedparser

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_has_an_entry_keeps_it(subscriber, posts, answers):
    """All of them are archives as well: what has left the feed stays until its owner removes it."""
    withdraw_post(posts[0], by=None)
    subscriber.poll()
    subscriber.poll()
    told = 226 if subscriber.takes_deltas else 200
    # What holds no entry is nothing new to `reader`: it asks with its old ETag until there is.
    assert answers == [told, 304 if subscriber.keeps_every_etag else told]
    assert {entry.guid for entry in subscriber.kept()} == {post.guid for post in posts}


@pytest.mark.parametrize("file", ["index.xml", "atom.xml"])
def test_who_subscribes_later_does_not_get_it(posts, site, tmp_path, file):
    withdraw_post(posts[0], by=None)
    later = Feedparser(f"{site}/en/{file}", tmp_path)
    later.poll()
    assert [entry.guid for entry in later.kept()] == [posts[1].guid]
