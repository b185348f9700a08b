import pytest

from feeds.websub.announce import announce
from feeds.websub.tasks import ping
from posts.models import Post
from tests.factories import make_post

from .jobs import waiting

pytestmark = pytest.mark.django_db


def test_nothing_is_asked_where_no_hub_is_set(settings, committed):
    settings.WEBSUB_HUBS = ()
    with committed():
        make_post()
    assert waiting() == []


def test_nothing_is_sent_in_the_request(hub, committed):
    with committed():
        make_post()
    assert waiting()
    assert hub.forms == []


def test_one_query_for_all_hubs(settings, django_assert_num_queries):
    settings.WEBSUB_HUBS = ("https://one.example/", "https://two.example/")
    with django_assert_num_queries(1):
        announce(Post, action="publish", keys=frozenset({"en", "en 2026-04"}))
    assert len(waiting()) == 2


def test_a_queue_that_fails_is_said_and_the_post_stays(hub, committed, monkeypatch, caplog):
    def fail(*_):
        raise OSError("no database")

    monkeypatch.setattr(type(ping.configure()), "batch_defer", fail)
    with committed():
        post = make_post()
    post.refresh_from_db()
    assert post.status == "published"
    assert "no database" in caplog.text
