import pytest

from feeds.websub.topics import topics_of
from posts.actions import change_correction, correct_post, remove_correction, withdraw_post
from posts.keys import corrections_key
from publication.actions import save_publication
from publication.models import Publication
from tests.factories import make_post
from tests.polling.polls import edit, guids

pytestmark = pytest.mark.django_db

PAGE = "/en/corrections/"


@pytest.fixture
def post(polls):
    return make_post(tags=["Trade"])


@pytest.fixture
def correction(post):
    return correct_post(post, "It was 5 %.", by=None)


CHANGES = {
    "another": lambda one: correct_post(one.post, "And 6 %.", by=None),
    "one of another post": lambda one: correct_post(make_post(), "And 6 %.", by=None),
    "other words": lambda one: change_correction(one, "It was 6 %.", by=None),
    "none": lambda one: remove_correction(one, by=None),
    "the post's headline": lambda one: edit(one.post, title="Changed"),
    "the post's address": lambda one: edit(one.post, slug="elsewhere"),
    "the post's withdrawal": lambda one: withdraw_post(one.post, by=None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_moves_both_validators(polls, correction, change):
    before = polls(PAGE)
    change(correction)
    for was, now in zip(before, polls.changes(before, PAGE), strict=True):
        assert now.content != was.content


def test_what_has_no_correction_leaves_it_as_it_is(polls, correction):
    before = polls(PAGE)
    edit(make_post(), title="Changed")
    for poll, answer in zip(polls.each, before, strict=True):
        assert poll.only_etag(answer, PAGE) == 304


def test_a_name_that_changes_is_told(polls, correction):
    before = polls(PAGE)
    publication = Publication.objects.get()
    publication.name = "The Other Test"
    save_publication(publication)
    for now in polls.changes(before, PAGE):
        assert "The Other Test" in now.content.decode()


def test_a_304_costs_one_look_up(poll, correction, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("publication.known.SECONDS", 60.0)
    before = poll(PAGE)
    with django_assert_num_queries(1):
        assert poll.only_etag(before, PAGE) == 304


def test_only_what_the_client_lacks(poll, correction):
    etag = poll(PAGE).headers["ETag"]
    new = correct_post(make_post(), "And 6 %.", by=None)
    answer = poll(PAGE, a_im="feed", if_none_match=etag)
    assert answer.status_code == 226
    assert guids(answer) == [new.guid]
    again = answer.headers["ETag"]
    change_correction(correction, "It was 7 %.", by=None)
    answer = poll(PAGE, a_im="feed", if_none_match=again)
    assert guids(answer) == [correction.guid]


def test_hubs_are_told_of_it():
    make_post()
    assert topics_of(corrections_key("en")) == [
        f"http://127.0.0.1:8000{PAGE}{file}" for file in ("index.xml", "atom.xml", "feed.json")
    ]
