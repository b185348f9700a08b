"""Corrections in the form of a post."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from posts.actions import correct_post, withdraw_post
from posts.models import Correction
from tests.desk.conftest import contributor, desk, editor, publication
from tests.desk.forms import edit
from tests.factories import NEWEST, make_draft, make_post

from .rows import answer, filled, write

pytestmark = pytest.mark.django_db
__all__ = ["contributor", "desk", "editor", "publication"]

AT = datetime(2026, 5, 1, 4, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def post(publication):
    return make_post(published_at=NEWEST)


@pytest.fixture
def correction(post):
    return correct_post(post, "It was 5 %.\n\nSorry.", by=None, at=AT)


def values(post):
    return list(post.corrections.values_list("text", "corrected_at"))


def actions(post):
    return list(post.revisions.values_list("action", "note"))


def test_one_is_added_by_who_writes_it_now(desk, editor, post):
    response = write(desk, post, {"text": " It was 5 %.\r\nSorry. "})
    correction = Correction.objects.get()
    assert (correction.text, correction.by) == ("It was 5 %.\nSorry.", editor)
    assert timezone.now() - correction.corrected_at < timedelta(minutes=1)
    assert actions(post)[0] == ("correct", "It was 5 %.\nSorry.")
    assert "Nothing was changed." not in response.text
    assert "it is published. Readers see it now." in response.text
    assert "It was 5 %." in response.text
    log = LogEntry.objects.first()
    assert log.change_message == "published, corrected"


def test_a_date_is_one_of_the_publications_zone(desk, post):
    write(desk, post, {"text": "x", "corrected_at_0": "2026-05-01", "corrected_at_1": "12:30"})
    assert values(post) == [("x", AT.replace(second=0, microsecond=0))]


def test_one_is_changed_and_keeps_its_date(desk, post, correction):
    write(desk, post, {"text": "It was 6 %."})
    assert values(post) == [("It was 6 %.", AT)]
    assert actions(post)[0] == ("change correction", "It was 6 %.")


def test_one_gets_another_date_and_keeps_its_text(desk, post, correction):
    write(desk, post, {"corrected_at_0": "2026-05-02"})
    [(text, at)] = values(post)
    assert (text, at.day) == (correction.text, 2)


def test_one_is_taken_back(desk, post, correction):
    write(desk, post, {"DELETE": "on", "text": ""})
    assert values(post) == []
    assert actions(post)[0] == ("remove correction", correction.text)


def test_several_at_once_and_the_text_along(desk, post, correction):
    correct_post(post, "To go.", by=None)
    rows = [{"DELETE": "on"}, {"text": "Changed."}, {"text": "New."}]
    write(desk, post, *rows, title="Better")
    post.refresh_from_db()
    assert post.title == "Better"
    assert [text for text, _at in values(post)] == ["New.", "Changed."]


def test_what_nobody_touched_is_not_written(desk, post, correction):
    before = actions(post)
    response = write(desk, post)
    assert "Nothing was changed." in response.text
    assert (values(post), actions(post)) == ([(correction.text, AT)], before)


def test_line_ends_of_a_browser_change_nothing(desk, post, correction):
    seen = correction.text.replace("\n", "\r\n")
    sent = {"initial-corrections-0-text": [seen]}
    response = write(desk, post, {"text": seen}, **sent)
    assert "Nothing was changed." in response.text


def test_of_the_same_second_as_the_post(desk, publication):
    post = make_post(published_at=NEWEST.replace(microsecond=400_000))
    correct_post(post, "x", by=None, at=NEWEST.replace(microsecond=500_000))
    assert "Nothing was changed." in write(desk, post).text
    assert write(desk, post, {"text": "y"}).said == []
    assert values(post) == [("y", NEWEST.replace(microsecond=500_000))]


@pytest.mark.parametrize("empty", ["  \r\n ", "\x01"])
def test_without_words_there_is_a_clear_error_and_nothing_is_lost(desk, post, correction, empty):
    rows = [{"text": empty}, {"text": "Another."}]
    response = write(desk, post, *rows, title="Better")
    assert response.said == ["Say what was wrong, and what is right."]
    assert ">Better</textarea>" in response.text
    assert "Another." in response.text
    post.refresh_from_db()
    assert post.title != "Better"
    assert values(post) == [(correction.text, AT)]


@pytest.mark.parametrize(
    ("date", "message"),
    [
        (("2999-01-01", "00:00"), "A correction has a date in the past."),
        (("2020-01-01", "00:00"), "A correction is no older than the post."),
        (("yesterday", "00:00"), "Enter a valid date."),
        (("2026-05-01", ""), "Enter a valid time."),
    ],
)
def test_a_wrong_date_is_told_where_it_stands(desk, post, date, message):
    day, clock = date
    row = {"text": "It was 5 %.", "corrected_at_0": day, "corrected_at_1": clock}
    response = write(desk, post, row)
    assert response.said == [message]
    assert "It was 5 %." in response.text
    assert not Correction.objects.exists()


def test_what_an_action_refuses_keeps_the_rows(desk, post):
    data = filled(desk, post, {"text": "It was 5 %."}, slug="taken")
    make_post(slug="taken")
    response = answer(desk, post, data)
    assert response.errors == ["Another post has this address."]
    assert "It was 5 %." in response.text
    assert not Correction.objects.exists()


def test_a_withdrawn_post_can_be_put_right(desk, post):
    withdraw_post(post, by=None)
    write(desk, post, {"text": "It was 5 %."})
    assert [text for text, _at in values(post)] == ["It was 5 %."]


def test_neither_a_new_post_nor_a_draft_has_rows(desk, publication):
    for address in ("/admin/posts/post/add/", edit(make_draft())):
        assert "corrections-" not in desk.get(address).text


def test_a_page_that_was_loaded_before_the_post_was_public_can_be_sent(desk, post, correction):
    data = filled(desk, post, title="Better")
    without = {name: value for name, value in data.items() if "corrections-" not in name}
    response = answer(desk, post, {**without, "summary": ""})
    assert (response.errors, response.said) == ([], [])
    post.refresh_from_db()
    assert post.title == "Better"
    assert values(post) == [(correction.text, AT)]


def test_markup_in_one_comes_out_as_text(desk, post):
    response = write(desk, post, {"text": "</textarea><script>alert(1)</script>"})
    assert "<script>alert(1)" not in response.text
    response = write(desk, post, {"text": ""})
    assert "<script>alert(1)" not in response.text
