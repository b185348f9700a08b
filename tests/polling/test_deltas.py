"""RFC 3229: `A-IM: feed` gets only what the client lacks."""

import pytest

from posts.actions import publish_post, withdraw_post
from tests.factories import make_many, make_post
from tests.polling.polls import edit, guids, plain, settle

pytestmark = pytest.mark.django_db


@pytest.fixture
def posts(poll):
    return make_many(3)


@pytest.fixture
def etag(poll, posts):
    edit(posts[2], title="The change before the client's copy")
    return poll().headers["ETag"]


def ask(poll, etag, page="/en/", **headers):
    return poll(page, a_im="feed", if_none_match=etag, **headers)


def assert_only(response, *expected):
    assert response.status_code == 226
    assert response.reason_phrase == "IM Used"
    assert response.headers["IM"] == "feed"
    assert set(guids(response)) == {post.guid for post in expected}


def test_a_first_poll_gets_everything(poll, posts):
    answer = poll(a_im="feed")
    assert answer.status_code == 200
    assert "IM" not in answer.headers
    assert len(guids(answer)) == 3


def test_nothing_new_is_304(poll, etag):
    assert ask(poll, etag).status_code == 304


def test_a_new_post(poll, etag):
    new = make_post()
    assert_only(ask(poll, etag), new)


def test_an_edit_of_an_old_post(poll, posts, etag):
    edit(posts[1], title="Changed")
    assert_only(ask(poll, etag), posts[1])


def test_all_changes_since_however_fast(poll, posts, etag):
    new = make_post()
    edit(posts[0], title="Changed")
    assert_only(ask(poll, etag), new, posts[0])


@pytest.mark.parametrize("page", ["/", "/en/posts/", "/en/tags/trade/", "/en/categories/world/"])
def test_of_any_feed_and_never_what_the_client_has(poll, posts, page):
    edit(posts[2], title="The change before the client's copy")
    etag = poll(page).headers["ETag"]
    edit(posts[0], title="Changed")
    assert_only(ask(poll, etag, page), posts[0])


def test_a_post_that_joins_a_tag(poll, posts):
    make_post(tags=["AI"])
    etag = poll("/en/tags/ai/").headers["ETag"]
    joining = edit(make_post(tags=["Trade"]), tags=("AI",))
    assert_only(ask(poll, etag, "/en/tags/ai/"), joining)


def test_a_removal_has_no_entry_and_a_republication_has(poll, posts, etag):
    withdraw_post(make_post(), by=None)
    answer = ask(poll, etag)
    assert answer.status_code == 226
    assert guids(answer) == []
    again = answer.headers["ETag"]
    publish_post(withdraw_post(posts[0], by=None), by=None)
    assert_only(ask(poll, again), posts[0])


def test_the_etag_of_a_delta_is_that_of_the_whole(poll, etag):
    make_post()
    delta = ask(poll, etag)
    assert delta.headers["ETag"] == poll().headers["ETag"]
    assert ask(poll, delta.headers["ETag"]).status_code == 304


def test_of_several_copies_the_newest_counts(poll, etag):
    make_post()
    newer = poll().headers["ETag"]
    last = make_post()
    assert_only(ask(poll, f'"nonsense", {etag}, W/{newer}'), last)


def test_an_etag_of_a_coding_will_do(poll, posts, etag):
    packed = poll(accept_encoding="gzip").headers["ETag"]
    new = make_post()
    answer = ask(poll, packed, accept_encoding="gzip")
    assert answer.status_code == 226
    assert new.guid.encode() in plain(answer)
    assert posts[0].guid.encode() not in plain(answer)


@pytest.mark.parametrize("unknown", ['"unknown"', '"1-2-3"', 'W/"x"', "*x"])
def test_an_etag_that_is_not_ours_gets_everything(poll, posts, unknown):
    answer = ask(poll, unknown)
    assert answer.status_code == 200
    assert len(guids(answer)) == 3


def test_after_a_move_to_another_domain_everything_is_new(poll, etag, settings):
    settings.SITE_URL = "https://new.example"
    answer = ask(poll, etag)
    assert answer.status_code == 200
    assert len(guids(answer)) == 3


@pytest.mark.parametrize("a_im", ["gzip", "vcdiff, diffe", "feed;q=0", "feeds"])
def test_who_did_not_ask_for_one_gets_none(poll, etag, a_im):
    make_post()
    answer = poll(a_im=a_im, if_none_match=etag)
    assert answer.status_code == 200
    assert len(guids(answer)) == 4


@pytest.mark.parametrize("a_im", ["FEED", "vcdiff, feed", "feed;q=0.5"])
def test_it_may_be_asked_for_in_other_words(poll, etag, a_im):
    new = make_post()
    assert_only(poll(a_im=a_im, if_none_match=etag), new)


def test_a_date_is_no_ground_for_one(poll, posts):
    before = settle(poll)
    make_post()
    answer = poll(a_im="feed", if_modified_since=before.headers["Last-Modified"])
    assert answer.status_code == 200


def test_no_cache_takes_it_for_the_whole(poll, etag):
    make_post()
    delta = ask(poll, etag)
    assert delta.headers["Cache-Control"] == "no-store, im"
    assert "A-IM" in delta.headers["Vary"]
