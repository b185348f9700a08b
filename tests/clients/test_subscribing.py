import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_brings_every_entry_with_its_identity_and_address(subscriber, posts, site):
    kept = {entry.guid: entry for entry in subscriber.kept()}
    assert kept.keys() == {post.guid for post in posts}
    for post in posts:
        assert kept[post.guid].title == post.title
        assert kept[post.guid].link == f"{site}{post.get_absolute_url()}"


def test_brings_the_whole_text_with_links_that_work(subscriber, posts, site):
    [entry] = [entry for entry in subscriber.kept() if entry.guid == posts[0].guid]
    assert "More" in entry.content
    assert f"{site}{posts[0].get_absolute_url()}#more" in entry.content
