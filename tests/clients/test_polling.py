import pytest

from tests.factories import make_post
from tests.polling.polls import edit

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_unchanged_feed_is_304(subscriber, posts, answers):
    subscriber.poll()
    subscriber.poll()
    assert answers == [304, 304]
    assert len(subscriber.kept()) == len(posts)


def test_a_new_post_comes_alone_to_who_asks_for_that(subscriber, posts, answers):
    new = make_post()
    subscriber.poll()
    subscriber.poll()
    assert answers == [226 if subscriber.takes_deltas else 200, 304]
    assert {entry.guid for entry in subscriber.kept()} == {post.guid for post in [*posts, new]}


def test_a_changed_post_is_changed_and_there_once(subscriber, posts, answers):
    edit(posts[1], significant=True, title="Changed", body="<p>Corrected figures.</p>")
    subscriber.poll()
    subscriber.poll()
    assert answers == [226 if subscriber.takes_deltas else 200, 304]
    kept = {entry.guid: entry for entry in subscriber.kept()}
    assert len(subscriber.kept()) == len(posts)
    assert kept[posts[1].guid].title == "Changed"
    assert "Corrected figures." in kept[posts[1].guid].content
    assert kept[posts[0].guid].title == posts[0].title
