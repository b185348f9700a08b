import pytest
from django.conf import settings

from posts.actions import save_post, withdraw_post
from posts.snapshot import content_of
from tests.factories import content, make_draft, make_post


def link(target):
    return f'<p><a href="{target}">x</a></p>'


def test_those_that_are_there(found):
    post = make_post()
    address = post.get_absolute_url()
    for target in (address, address.rstrip("/"), f"{address}#a", f"{settings.SITE_URL}{address}"):
        assert found(link(target)) == []


def test_drafts_and_withdrawn_ones(found):
    draft, withdrawn = make_draft(), withdraw_post(make_post(), by=None)
    for post in (draft, withdrawn):
        assert found(link(post.get_absolute_url())) == [("dead-link", post.get_absolute_url())]


def test_one_that_has_moved(found):
    post = make_post(slug="old")
    old = post.get_absolute_url()
    values = {name: getattr(content_of(post), name) for name in ("title", "body", "section")}
    save_post(post, content(**values, slug="new"), by=None)
    assert found(link(old)) == []


def test_itself(found):
    assert found(link("/en/posts/world/itself/"), slug="itself") == []


@pytest.mark.parametrize("count", [1, 20])
def test_in_two_queries(found, django_assert_num_queries, count):
    from feeds.lint.entry import Entry
    from feeds.lint.own_links import dead_own_link

    body = "".join(link(f"/en/posts/world/nothing-{number}/") for number in range(count))
    entry = Entry(make_draft(body=body))
    assert entry.web_links
    with django_assert_num_queries(2):
        assert len(list(dead_own_link(entry))) == count
