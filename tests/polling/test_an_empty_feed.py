import time

import pytest

from posts.actions import withdraw_post
from tests.factories import make_post, make_publication
from tests.polling.polls import guids, settle

pytestmark = pytest.mark.django_db

EMPTY = ["/", "/en/"]


@pytest.mark.parametrize("page", EMPTY)
def test_holds_as_long_as_it_is_empty(poll, page):
    make_publication()
    before = poll(page)
    assert guids(before) == []
    time.sleep(1.1)  # its date is not that of the poll
    assert poll.only_etag(before, page) == 304
    assert poll.only_date(before, page) == 304


@pytest.mark.parametrize("page", EMPTY)
def test_and_no_longer(poll, page):
    make_publication()
    before = poll(page)
    post = make_post()
    assert len(guids(poll.changes(before, page))) == 1
    withdraw_post(post, by=None)
    after = settle(poll, page)
    assert guids(after) == []
    assert after.headers["ETag"] != before.headers["ETag"]


def test_of_a_site_with_no_publication_there_is_none(poll):
    assert poll("/").status_code == 404
