"""Nobody's correction is lost, and nobody's is overwritten unseen."""

import pytest

from posts.actions import correct_post
from posts.admin import carry_out
from posts.models import Correction
from tests.desk.conftest import signed_in
from tests.factories import make_editor, make_post

from .rows import again, answer, filled, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine():
    return signed_in(make_editor("mine"))


@pytest.fixture
def theirs():
    return signed_in(make_editor("theirs"))


@pytest.fixture
def post():
    return make_post()


@pytest.fixture
def correction(post):
    return correct_post(post, "As it was.", by=None)


def texts():
    return sorted(Correction.objects.values_list("text", flat=True))


def test_both_add_one(mine, theirs, post):
    data = filled(mine, post, {"text": "Mine."})
    write(theirs, post, {"text": "Theirs."})
    response = answer(mine, post, data)
    assert "theirs saved this post while you were writing." in response.errors[0]
    answer(mine, post, again(response))
    assert texts() == ["Mine.", "Theirs."]


def test_an_untouched_row_undoes_nothing(mine, theirs, post, correction):
    data = filled(mine, post, title="Mine")
    write(theirs, post, {"text": "Theirs."})
    answer(mine, post, again(answer(mine, post, data)))
    post.refresh_from_db()
    assert (post.title, texts()) == ("Mine", ["Theirs."])


def test_both_change_one(mine, theirs, post, correction):
    data = filled(mine, post, {"text": "Mine."})
    write(theirs, post, {"text": "Theirs."})
    response = answer(mine, post, data)
    assert "It now says: “Theirs.”" in response.said[0]
    assert texts() == ["Theirs."]
    answer(mine, post, again(response))
    assert texts() == ["Mine."]


def test_one_changes_the_date_and_the_other_the_text(mine, theirs, post, correction):
    data = filled(mine, post, {"corrected_at_0": "2026-05-15"})
    write(theirs, post, {"text": "Theirs."})
    answer(mine, post, again(answer(mine, post, data)))
    correction.refresh_from_db()
    assert (correction.text, correction.corrected_at.month) == ("Theirs.", 5)


def test_one_that_is_gone_is_told_and_what_was_typed_is_kept(mine, theirs, post, correction):
    data = filled(mine, post, {"text": "Mine."}, {"text": "Another."})
    write(theirs, post, {"DELETE": "on"})
    response = answer(mine, post, data)
    assert "This correction was taken back while you were writing." in response.said[0]
    assert texts() == []
    answer(mine, post, again(response))
    assert texts() == ["Another.", "Mine."]


def test_both_take_one_back(mine, theirs, post, correction):
    data = filled(mine, post, {"DELETE": "on"})
    write(theirs, post, {"DELETE": "on"})
    response = answer(mine, post, again(answer(mine, post, data)))
    assert (response.errors, response.said, texts()) == ([], [], [])


def test_what_happens_between_the_check_and_the_action(mine, post, correction, monkeypatch):
    """All is rolled back, and what was typed comes back."""
    put_right = carry_out._put_right

    def after_another(post, order, *, by):
        Correction.objects.filter(pk=correction.pk).delete()
        put_right(post, order, by=by)

    data = filled(mine, post, {"text": "Mine."}, title="Better")
    monkeypatch.setattr(carry_out, "_put_right", after_another)
    response = answer(mine, post, data)
    assert response.errors == ["The correction was removed meanwhile."]
    assert "Mine." in response.text
    post.refresh_from_db()
    assert (post.title == "Better", texts()) == (False, ["As it was."])
