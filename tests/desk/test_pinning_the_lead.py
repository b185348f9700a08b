"""Editors pin what leads the front page."""

import pytest

from posts.models import Lead, Post
from posts.working import working_content
from tests.desk.forms import edit, send, typed
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db


def verbs(client, post):
    return [button.verb for button in client.get(edit(post)).context["buttons"]]


def test_a_public_post_is_pinned_and_unpinned(desk):
    post = make_post()
    assert verbs(desk, post)[-1] == "pin"
    response = send(desk, edit(post), typed(desk, edit(post), verb="pin"))
    assert "it leads the front page" in response.text
    assert Lead.objects.get().post == post
    assert verbs(desk, post)[-1] == "unpin"
    response = send(desk, edit(post), typed(desk, edit(post), verb="unpin"))
    assert "it no longer leads the front page" in response.text
    assert not Lead.objects.exists()


def test_what_was_typed_is_saved_along(desk):
    post = make_post()
    send(desk, edit(post), typed(desk, edit(post), title="Better", verb="pin"))
    post = Post.objects.get()
    assert post.title != "Better"
    assert working_content(post).title == "Better"
    assert Lead.objects.filter(post=post).exists()


def test_a_draft_cannot_be_pinned(desk):
    post = make_draft()
    assert "pin" not in verbs(desk, post)
    response = send(desk, edit(post), typed(desk, edit(post), verb="pin"))
    assert response.errors
    assert not Lead.objects.exists()
