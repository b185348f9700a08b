import pytest

from posts.actions import save_post, withdraw_post
from posts.models import Post, Redirect
from tests.factories import content

pytestmark = pytest.mark.django_db


def test_changes_nothing(run, rss, item):
    feed = rss(item(1), item(2))
    run(feed)
    before = list(Post.objects.order_by("pk").values())
    report = run(feed)
    assert "0 posts created" in report
    assert "2 unchanged" in report
    assert list(Post.objects.order_by("pk").values()) == before


def test_takes_over_what_changed_there(run, rss, item):
    run(rss(item()))
    report = run(rss(item(body="&lt;p&gt;New.&lt;/p&gt;")))
    assert "1 updated" in report
    post = Post.objects.get()
    assert post.body == "<p>New.</p>"
    assert post.revisions.count() == 2


def test_a_new_address_there_leaves_a_redirect_here(run, rss, item):
    run(rss(item()))
    moved = item().replace(
        "<link>https://old.example/en/posts/world/", "<link>https://old.example/en/posts/finance/"
    )
    run(rss(moved))
    assert Post.objects.get().path == "/en/posts/finance/story-1/"
    assert Redirect.objects.get().path == "/en/posts/world/story-1/"


def test_never_overwrites_what_was_edited_here(run, rss, item):
    run(rss(item()))
    save_post(Post.objects.get(), content(title="Better"), by=None)
    report = run(rss(item(body="&lt;p&gt;New.&lt;/p&gt;")))
    assert "edited here" in report
    assert Post.objects.get().title == "Better"


def test_an_edit_here_of_what_is_unchanged_there_is_no_conflict(run, rss, item):
    run(rss(item()))
    save_post(Post.objects.get(), content(title="Better"), by=None)
    assert "1 unchanged" in run(rss(item()))
    assert Post.objects.get().title == "Better"


def test_does_not_bring_back_what_was_withdrawn(run, rss, item):
    run(rss(item()))
    withdraw_post(Post.objects.get(), by=None)
    run(rss(item()))
    assert Post.objects.get().status == "withdrawn"


def test_two_entries_at_one_address_are_not_mixed_up(run, rss, item):
    other = item().replace("<guid>https://old.example/en/posts/world/story-1/", "<guid>other")
    report = run(rss(item(), other))
    assert "1 post" in report
    assert "1 skipped" in report
