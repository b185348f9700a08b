"""Who sent a post back, and why, stands over it until it moves on; and in the list of one's own."""

import pytest

from posts.actions import discard_draft, publish_post, redraft_post, return_post, submit_post
from posts.desk import desk_page
from posts.models import Post
from tests.desk.conftest import signed_in
from tests.desk.forms import edit, send, typed
from tests.factories import content, make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db

SAID = "rita sent it back:"
NOTE = "Who says so? <b>"


@pytest.fixture
def reviewer():
    return make_editor("rita")


@pytest.fixture
def returned(editor, publication, reviewer):
    post = make_draft(title="Mine")
    Post.objects.filter(pk=post.pk).update(created_by=editor)
    submit_post(post, by=editor)
    return return_post(post, by=reviewer, note=NOTE)


def test_it_stands_over_the_form_and_at_the_desk(desk, returned):
    for page in (desk.get(edit(returned)), desk.get("/admin/")):
        assert SAID in page.text
        assert "Who says so? &lt;b&gt;" in page.text


def test_saving_leaves_it_and_handing_in_ends_it(desk, returned):
    send(desk, edit(returned), typed(desk, edit(returned), title="Better"))
    assert SAID in desk.get(edit(returned)).text
    send(desk, edit(returned), typed(desk, edit(returned), verb="submit"))
    assert SAID not in desk.get(edit(returned)).text
    assert SAID not in desk.get("/admin/").text


def test_without_a_note(desk, editor, publication, reviewer):
    post = submit_post(make_draft(), by=editor)
    return_post(post, by=reviewer)
    assert "rita sent it back." in desk.get(edit(post)).text


def test_what_was_unscheduled_or_never_handed_in_did_not_come_back(desk, publication):
    assert "sent it back" not in desk.get(edit(make_draft())).text
    assert "sent it back" not in desk.get(edit(make_post())).text


def test_a_newer_draft_as_well(desk, editor, reviewer, publication):
    post = make_post()
    Post.objects.filter(pk=post.pk).update(created_by=editor)
    post = redraft_post(Post.objects.get(pk=post.pk), content(), by=editor)
    submit_post(post, by=editor)
    return_post(post, by=reviewer, note="No.")
    assert SAID in desk.get(edit(post)).text
    [entry] = desk_page(editor).mine
    assert entry.sent_back.note == "No."
    discard_draft(post, by=editor)
    assert SAID not in desk.get(edit(post)).text
    # The next newer draft is another, and did not come back.
    post = redraft_post(post, content(), by=editor)
    assert SAID not in desk.get(edit(post)).text
    return_post(submit_post(post, by=editor), by=reviewer)
    post = redraft_post(publish_post(post, by=reviewer), content(), by=editor)
    assert SAID not in desk.get(edit(post)).text


def test_what_waits_names_writer_and_section(desk, publication):
    writer = make_editor("wendy")
    post = make_draft(title="Waits")
    Post.objects.filter(pk=post.pk).update(created_by=writer)
    submit_post(Post.objects.get(pk=post.pk), by=writer)
    draft = redraft_post(make_post(title="Live", section="finance"), content(), by=writer)
    submit_post(draft, by=writer)
    found = desk_page(writer).for_review
    assert [(entry.writer, entry.post.section.slug) for entry in found] == [
        ("wendy", "world"),
        ("wendy", "finance"),
    ]
    text = " ".join(signed_in(make_editor("other")).get("/admin/").text.split())
    assert "wendy · World · en" in text
