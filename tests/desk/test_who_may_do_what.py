"""Buttons are a kindness; what holds is what a request made by hand cannot do."""

import pytest
from django.test import Client

from posts.actions import schedule_post, submit_post
from posts.models import Post
from taxonomy.models import Category
from tests.desk.conftest import signed_in
from tests.desk.forms import ADD, LIST, delete, edit, new_post, send, typed
from tests.factories import NEWEST, make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db

NEEDS_PUBLISH = ["publish", "schedule"]
FUTURE = NEWEST.replace(year=2999)


def state(post):
    return (
        Post.objects.filter(pk=post.pk).values().get(),
        list(post.citations.values()),
        list(post.tagged.values()),
        post.revisions.count(),
    )


def forged(**values):
    """A form that was never shown."""
    empty = {
        "title": "Forged",
        "body": "<p>Forged</p>",
        "section": "en/world",
        "published_at_0": "2999-01-01",
        "published_at_1": "00:00",
        "citations-TOTAL_FORMS": "0",
        "citations-INITIAL_FORMS": "0",
    }
    return {**empty, **values}


def test_a_contributor_sees_no_button_to_publish(contributors_desk):
    page = contributors_desk.get(ADD).text
    assert 'value="submit"' in page
    assert not any(f'value="{verb}"' in page for verb in NEEDS_PUBLISH)


@pytest.mark.parametrize("verb", NEEDS_PUBLISH)
def test_a_contributor_cannot_publish_a_new_post(contributors_desk, verb):
    Category.objects.ensure("en", ["world"])
    response = send(contributors_desk, ADD, forged(publication="en", verb=verb))
    assert response.status_code == 403
    assert response.errors == ["You are not allowed to do this."]
    assert not Post.objects.exists()


@pytest.mark.parametrize("verb", NEEDS_PUBLISH)
def test_a_contributor_cannot_publish_a_draft(contributors_desk, verb):
    post = submit_post(make_draft(), by=None)
    before = state(post)
    seen = str(post.revisions.count())
    response = send(contributors_desk, edit(post), forged(verb=verb, seen=seen))
    assert response.status_code == 403
    assert response.errors == ["You are not allowed to do this."]
    assert state(post) == before


@pytest.mark.parametrize("verb", ["withdraw", "publish", "schedule", "pin"])
def test_a_contributor_cannot_touch_what_is_public(contributors_desk, verb):
    post = make_post()
    before = state(post)
    data = typed(contributors_desk, edit(post), title="Forged", publish_at_0="2999-01-01")
    response = contributors_desk.post(edit(post), {**data, "publish_at_1": "00:00", "verb": verb})
    assert response.status_code == 403
    assert state(post) == before
    assert f'value="{verb}"' not in contributors_desk.get(edit(post)).text


def test_a_contributor_cannot_change_what_will_go_out_by_itself(contributors_desk):
    post = schedule_post(make_draft(), FUTURE, by=None)
    before = state(post)
    assert contributors_desk.post(edit(post), forged(verb="save")).status_code == 403
    assert state(post) == before


def test_a_contributor_writes_and_submits(contributors_desk):
    Category.objects.ensure("en", ["world"])
    sources = [("Wire", "https://wire.example/1")]
    send(contributors_desk, ADD, new_post(contributors_desk, sources=sources, verb="submit"))
    post = Post.objects.get()
    assert (post.status, post.citations.count()) == ("in_review", 1)


def test_a_draft_that_nobody_saw_can_be_deleted(contributors_desk):
    post = make_draft()
    contributors_desk.post(delete(post), {"post": "yes"})
    assert not Post.objects.exists()


@pytest.mark.parametrize("make", [make_post], ids=["published"])
def test_what_was_public_can_be_deleted_by_nobody(desk, make):
    post = make()
    assert desk.get(delete(post)).status_code == 403
    assert desk.post(delete(post), {"post": "yes"}).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": post.pk, "post": "yes"})
    assert Post.objects.exists()
    assert "deletelink" not in desk.get(edit(post)).text


def test_what_was_withdrawn_cannot_be_deleted_either(desk):
    post = make_post()
    send(desk, edit(post), typed(desk, edit(post), verb="withdraw"))
    assert desk.post(delete(post), {"post": "yes"}).status_code == 403


def test_posts_are_not_deleted_in_bulk(desk):
    post = make_draft()
    desk.post(LIST, {"action": "delete_selected", "_selected_action": post.pk, "post": "yes"})
    assert Post.objects.exists()


@pytest.mark.parametrize("permission", ["view_post", "add_post", "change_post", "delete_post"])
def test_one_permission_is_not_another(publication, permission):
    client = signed_in(make_editor("one", permission))
    Category.objects.ensure("en", ["world"])
    draft = make_draft()
    before = state(draft)
    attempts = {
        "add_post": client.post(ADD, forged(publication="en", verb="save")),
        "change_post": client.post(edit(draft), forged(verb="save")),
        "delete_post": client.post(delete(draft), {"post": "no"}),
    }
    for needed, response in attempts.items():
        if needed != permission:
            assert response.status_code == 403, needed
    if permission not in ("change_post", "delete_post"):
        assert state(draft) == before


def test_readers_and_strangers_are_sent_to_sign_in(publication):
    post = make_draft()
    reader = signed_in(make_editor("reader", "view_post"))
    reader_user = make_editor("plain", "change_post")
    reader_user.is_staff = False
    reader_user.save()
    for client in (Client(), signed_in(reader_user)):
        for address in (LIST, ADD, edit(post), delete(post), "/admin/posts/post/complete-tags/"):
            assert client.get(address).status_code == 302, address
            answer = client.post(address, forged(verb="publish"))
            if answer.status_code == 200:  # what was typed is carried along to the sign-in
                assert answer.templates[0].name == "admin/posts/post/sign_in.html", address
            else:
                assert answer.status_code == 302, address
    post.refresh_from_db()
    assert post.status == "draft"
    assert reader.get(edit(post)).status_code == 200


def test_a_form_from_elsewhere_is_refused(editor, publication):
    Category.objects.ensure("en", ["world"])
    post, draft = make_post(), make_draft()
    client = signed_in(editor, enforce_csrf_checks=True)
    for address in (ADD, edit(post), edit(draft), delete(draft)):
        data = forged(publication="en", verb="publish", post="yes")
        assert client.post(address, data).status_code == 403, address
    assert Post.objects.count() == 2
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_a_viewer_reads_the_whole_post(publication):
    post = make_post(tags=["Trade"], authors=["Ann Lee"], body="<p>Text to read.</p>")
    page = signed_in(make_editor("viewer", "view_post")).get(edit(post)).text
    for shown in ("Trade", "Ann Lee", "Text to read.", "Example Wire", "World"):
        assert shown in page
