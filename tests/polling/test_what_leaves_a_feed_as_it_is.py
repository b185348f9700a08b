from datetime import timedelta

import pytest
from django.utils import timezone

from posts.actions import create_post, schedule_post, submit_post
from tests.factories import content, make_draft, make_post, make_publication
from tests.polling.polls import edit, settle

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(poll):
    make_post(tags=["AI"])
    make_post(tags=["Trade"], section="tech", categories=["tech"])
    return settle(poll, "/en/tags/ai/")


def assert_holds(poll, copy):
    assert poll.only_etag(copy, "/en/tags/ai/") == 304
    assert poll.only_date(copy, "/en/tags/ai/") == 304


def test_a_draft_and_its_way_to_publication(poll, copy):
    draft = create_post(make_publication(), content(tags=("AI",)), by=None)
    submit_post(draft, by=None)
    schedule_post(draft, timezone.now() + timedelta(days=1), by=None)
    assert_holds(poll, copy)


def test_a_post_of_another_tag(poll, copy):
    edit(make_post(tags=["Chips"]), title="Changed")
    assert_holds(poll, copy)


def test_another_language(poll, copy):
    make_post("zh", tags=["AI"])
    assert_holds(poll, copy)


def test_an_edit_of_a_draft(poll, copy):
    edit(make_draft(tags=["AI"]), title="Changed")
    assert_holds(poll, copy)
