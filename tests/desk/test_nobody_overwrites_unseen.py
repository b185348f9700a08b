"""Two editors in one post."""

import pytest

from tests.desk.conftest import signed_in
from tests.desk.forms import edit, send, typed
from tests.factories import make_draft, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(publication):
    return make_draft(title="As it was", sources=[("One", "https://one.example/")])


@pytest.fixture
def other(db):
    return signed_in(make_editor("other"))


def test_the_second_is_told_and_keeps_what_was_typed(desk, other, post):
    mine = typed(desk, edit(post), title="Mine", verb="save")
    theirs = typed(other, edit(post), title="Theirs", sources=[("Two", "https://two.example/")])
    send(other, edit(post), theirs)
    response = send(desk, edit(post), mine)
    assert "other saved this post while you were writing." in response.errors[0]
    assert response.context["adminform"].form["title"].value() == "Mine"
    post.refresh_from_db()
    assert post.title == "Theirs"


def test_sending_it_again_is_a_decision(desk, other, post):
    mine = typed(desk, edit(post), title="Mine", verb="save")
    send(other, edit(post), typed(other, edit(post), title="Theirs", verb="save"))
    response = send(desk, edit(post), mine)
    seen = response.context["adminform"].form["seen"].value()
    send(desk, edit(post), {**mine, "seen": seen})
    post.refresh_from_db()
    assert post.title == "Mine"
    assert post.citations.get().label == "One"


def test_one_editor_may_save_again_and_again(desk, post):
    for title in ("First", "Second"):
        send(desk, edit(post), typed(desk, edit(post), title=title, verb="save"))
    post.refresh_from_db()
    assert post.title == "Second"
