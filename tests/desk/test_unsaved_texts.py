"""What is typed and not saved: kept beside the post, never in its history."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from posts.actions import redraft_post
from posts.models import OpenForm, Post, UnsavedText
from posts.tasks import forget_unsaved_texts
from taxonomy.models import Category
from tests.desk.conftest import signed_in
from tests.desk.forms import ADD, edit, send, typed
from tests.factories import content, make_draft, make_editor, make_member, make_post

pytestmark = pytest.mark.django_db

PULSE = "/admin/posts/post/pulse/"


@pytest.fixture
def post(publication):
    return make_draft(title="Stored", tags=["Old"])


def pulse(client, address, kind="typed", **values):
    data = typed(client, address, **values)
    return client.post(PULSE, {**data, "pulse": kind})


def take_back_of(client, post):
    text = UnsavedText.objects.get(post=post)
    return client.get(f"{edit(post)}?unsaved={text.pk}")


def take_back(client, address):
    text = UnsavedText.objects.get()
    return client.get(f"{address}?unsaved={text.pk}")


def test_it_is_kept_and_is_no_revision(desk, post, editor):
    answer = pulse(desk, edit(post), title="Typed")
    assert answer.json()["kept"]
    text = UnsavedText.objects.get()
    assert (text.editor, text.post, text.title) == (editor, post, "Typed")
    assert post.revisions.count() == 1
    assert Post.objects.get().title == "Stored"


def test_what_is_typed_later_takes_its_place(desk, post):
    pulse(desk, edit(post), title="Typed")
    pulse(desk, edit(post), title="Typed more")
    assert UnsavedText.objects.get().title == "Typed more"


def test_it_is_offered_and_comes_back_with_every_field(desk, post):
    sources = [("Wire", "https://wire.example/a"), ("Other", "https://other.example/b")]
    pulse(desk, edit(post), title="Typed", body="<p>Typed.</p>", tag_list="New", sources=sources)
    assert "You typed “Typed” until" in desk.get(edit(post)).text
    page = take_back(desk, edit(post))
    assert page.status_code == 200
    form = page.context["adminform"].form
    assert form["title"].value() == "Typed"
    assert form["body"].value() == "<p>Typed.</p>"
    assert "https://other.example/b" in page.text
    assert Post.objects.get().title == "Stored"
    assert "Please correct" not in page.text


def test_saving_it_leaves_nothing_unsaved(desk, post):
    pulse(desk, edit(post), title="Typed")
    send(desk, edit(post), typed(desk, edit(post), title="Typed", verb="save"))
    assert Post.objects.get().title == "Typed"
    assert not UnsavedText.objects.exists()


def test_a_pulse_that_comes_late_brings_nothing_back(desk, post):
    late = typed(desk, edit(post), title="Typed", pulse="typed")
    send(desk, edit(post), typed(desk, edit(post), title="Typed and more", verb="save"))
    desk.post(PULSE, late)
    assert not UnsavedText.objects.exists()


def test_of_a_new_post_too(desk, publication):
    Category.objects.ensure("en", ["world"])
    pulse(desk, ADD, title="New", publication="en", section="en/world")
    pulse(desk, ADD, title="Another", publication="en")
    page = desk.get(ADD).text
    assert "You typed “New” until" in page
    assert "You typed “Another” until" in page
    text = UnsavedText.objects.get(typed__title=["New"])
    data = typed(desk, f"{ADD}?unsaved={text.pk}", body="<p>x</p>", verb="save")
    assert data["title"] == ["New"]
    send(desk, ADD, data)
    assert Post.objects.get().title == "New"
    assert UnsavedText.objects.get().title == "Another"


def test_nobody_sees_what_another_typed(desk, post):
    pulse(desk, edit(post), title="Typed")
    other = signed_in(make_editor("other"))
    assert "You typed" not in other.get(edit(post)).text
    assert take_back(other, edit(post)).context["adminform"].form["title"].value() == "Stored"
    other.post(f"/admin/posts/post/unsaved/{UnsavedText.objects.get().pk}/forget/")
    assert UnsavedText.objects.exists()


def test_it_is_thrown_away_on_demand(desk, post):
    pulse(desk, edit(post), title="Typed")
    desk.post(f"/admin/posts/post/unsaved/{UnsavedText.objects.get().pk}/forget/")
    assert not UnsavedText.objects.exists()


def test_it_meets_what_somebody_saved_meanwhile(desk, post):
    pulse(desk, edit(post), title="Typed")
    other = signed_in(make_editor("other"))
    send(other, edit(post), typed(other, edit(post), title="Theirs", verb="save"))
    page = take_back(desk, edit(post)).text
    assert "Somebody was faster" in page


def test_what_nobody_came_back_for_goes(desk, post):
    pulse(desk, edit(post), title="Typed")
    forget_unsaved_texts(timestamp=0)
    assert UnsavedText.objects.exists()
    UnsavedText.objects.update(at=timezone.now() - timedelta(days=31))
    forget_unsaved_texts(timestamp=0)
    assert not UnsavedText.objects.exists()


def test_new_posts_that_are_never_saved_do_not_pile_up(desk, publication):
    for number in range(23):
        pulse(desk, ADD, title=f"New {number}")
    titles = {text.title for text in UnsavedText.objects.all()}
    assert len(titles) == 20
    assert {"New 3", "New 22"} <= titles
    assert "New 2" not in titles


@pytest.mark.parametrize("number", ["x", "0", "99999999999999999999", "-1"])
def test_a_number_that_is_none_of_ours_shows_the_form(desk, post, number):
    assert desk.get(f"{edit(post)}?unsaved={number}").status_code == 200


def test_odd_input_is_kept_as_it_is(desk, post):
    answer = pulse(desk, edit(post), title="a\0b", seen="x", form_key="no uuid")
    assert answer.status_code == 200
    assert pulse(desk, edit(post), title="a\0b", seen="").status_code == 200
    assert UnsavedText.objects.get().title == "ab"


def test_who_may_not_write_a_post_keeps_nothing_of_it(post):
    stranger = signed_in(make_member("Contributor"))
    assert stranger.post(PULSE, {"form_post": post.pk, "pulse": "typed"}).status_code == 403
    assert not UnsavedText.objects.exists()


def test_who_else_has_it_open_is_said(desk, post):
    other = signed_in(make_editor("other"))
    assert desk.get(edit(post)).context["others"] == []
    other.get(edit(post))
    assert "other has this post open as well." in desk.get(edit(post)).text
    assert pulse(desk, edit(post), kind="open").json()["others"] == ["other"]
    other.post(PULSE, {"form_post": post.pk, "pulse": "left"})
    assert pulse(desk, edit(post), kind="open").json()["others"] == []


def test_who_went_away_without_a_word_is_gone_soon(desk, post):
    signed_in(make_editor("other")).get(edit(post))
    OpenForm.objects.update(at=timezone.now() - timedelta(minutes=1))
    assert desk.get(edit(post)).context["others"] == []


def test_a_newer_revision_is_told_while_one_writes(desk, post):
    other = signed_in(make_editor("other"))
    send(other, edit(post), typed(other, edit(post), title="Theirs", verb="save"))
    said = pulse(desk, edit(post), kind="open").json()
    assert (said["last"], said["who"]) == (2, "other")


def test_what_was_typed_before_a_newer_draft_is_discarded_stays_a_revision(desk, publication):
    post = make_post(title="Before")
    redraft_post(post, content(title="Draft", slug=post.slug), by=None)
    data = typed(desk, edit(post), title="Typed", verb="discard")
    send(desk, edit(post), data)
    post = Post.objects.get()
    assert (post.title, post.draft) == ("Before", None)
    titles = [row.snapshot["title"] for row in post.revisions.filter(is_newer_draft=True)]
    assert titles == ["Typed", "Draft"]


def test_times_are_those_of_the_publication(desk, post):
    with time_machine.travel(datetime(2026, 5, 4, 22, 10, tzinfo=UTC), tick=False):
        for address in (edit(post), ADD):
            assert pulse(desk, address, title="Typed").json()["kept"] == "6:10 a.m."
        assert "6:10 a.m." in take_back_of(desk, post).text
