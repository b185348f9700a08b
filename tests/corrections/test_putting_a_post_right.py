from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from edge.stamps import age_of
from posts.actions import (
    change_correction,
    correct_post,
    remove_correction,
    save_post,
    withdraw_post,
)
from posts.keys import corrections_key
from posts.models import Correction, Post
from posts.snapshot import content_of
from tests.factories import make_draft, make_editor, make_post
from tests.reader.pages import get, text

pytestmark = pytest.mark.django_db
KEYS = ["en", "en/tags/trade", corrections_key("en")]


def test_readers_see_it_below_the_headline_and_feeds_get_the_entry_again():
    post = make_post(tags=["Trade"])
    before = age_of(KEYS).state
    correct_post(post, "It was 5 % <not> 50 %.\x0b", by=None)
    assert age_of(KEYS).state != before
    assert corrections_key("en") in age_of(KEYS).keys
    post.refresh_from_db()
    assert timezone.now() - post.updated_at < timedelta(minutes=1)
    page = get(post.get_absolute_url())
    [box] = text(page, "//header/section[@aria-labelledby='site--corrections']")
    assert box.startswith("Correction ")
    assert box.endswith("It was 5 % <not> 50 %.")


def test_an_old_text_that_is_restored_takes_none_away():
    post = make_post()
    old = content_of(post)
    correct_post(post, "It was Tuesday.", by=None)
    save_post(post, old, by=None)
    assert Correction.objects.get().text == "It was Tuesday."


def test_each_is_recorded_and_can_be_changed_and_removed():
    post = make_post()
    correction = correct_post(post, "It was Tuesday.", by=None)
    change_correction(correction, "It was Wednesday.", by=None)
    before = age_of(KEYS).state
    remove_correction(correction, by=None)
    assert age_of(KEYS).state != before
    assert [(row.action, row.note) for row in post.revisions.all()[:3]] == [
        ("remove correction", "It was Wednesday."),
        ("change correction", "It was Wednesday."),
        ("correct", "It was Tuesday."),
    ]
    with pytest.raises(ValidationError):
        change_correction(correction, "Again.", by=None)


def test_those_of_a_withdrawn_post_are_not_shown():
    post = make_post()
    correct_post(post, "It was Tuesday.", by=None)
    assert Correction.objects.of(Post.objects.published("en")).exists()
    withdraw_post(post, by=None)
    assert not Correction.objects.of(Post.objects.published("en")).exists()


def test_what_is_refused():
    post = make_post()
    for values in (
        {"text": " \n"},
        {"text": "x", "at": timezone.now() + timedelta(hours=1)},
        {"text": "x", "at": post.published_at - timedelta(seconds=1)},
    ):
        with pytest.raises(ValidationError):
            correct_post(post, by=None, **values)
    with pytest.raises(ValidationError):
        correct_post(make_draft(), "x", by=None)
    with pytest.raises(PermissionDenied):
        correct_post(post, "x", by=make_editor("writer", "change_post"))
    assert not Correction.objects.exists()
