import pytest

from feeds.formats import FORMATS
from feeds.websub import tasks
from posts.actions import save_post
from tests.factories import content, make_post, make_publication

from .jobs import keys, run, run_first, told_keys, waiting

pytestmark = pytest.mark.django_db


def test_ten_edits_ping_each_feed_once(hub, committed):
    post = make_post(slug="one")
    with committed():
        for number in range(10):
            save_post(post, content(slug="one", body=f"<p>{number}</p>"), by=None)
    assert len(waiting()) == 10
    changed = keys()
    run_first()
    assert waiting() == []
    assert len(hub.topics) == len(set(hub.topics)) == len(changed) * len(FORMATS)


def test_news_takes_along_the_edits_that_wait(hub, committed):
    post = make_post(slug="one", tags=["Steel"])
    with committed():
        save_post(post, content(slug="one", tags=["Steel"]), by=None)
        make_post(tags=["Trade"])
    edit, news = waiting()
    assert edit.scheduled_at
    assert not news.scheduled_at
    run(news)
    assert waiting() == []
    assert any("/tags/steel/" in topic for topic in hub.topics)


def test_another_hub_has_jobs_of_its_own(hub, settings):
    settings.WEBSUB_HUBS = (hub.url, "http://127.0.0.1:9/")
    told_keys(hub.url, "en")
    told_keys("http://127.0.0.1:9/", "zh")
    run_first()
    assert keys() == {"zh"}
    assert not any("/zh/" in topic for topic in hub.topics)


def test_every_hub_is_told(settings, committed):
    settings.WEBSUB_HUBS = ("https://one.example/", "https://two.example/")
    with committed():
        make_post()
    one, two = waiting()
    assert (one.args["hub"], two.args["hub"]) == settings.WEBSUB_HUBS
    assert one.args["keys"] == two.args["keys"]


def test_the_feeds_of_the_site_come_first_and_over_one_connection(hub):
    make_publication()
    told_keys(hub.url, "en/tags/a", "en/posts", "all", "en")
    run_first()
    assert [topic.partition("8000")[2] for topic in hub.topics[:: len(FORMATS)]] == [
        "/index.xml",
        "/en/index.xml",
        "/en/posts/index.xml",
        "/en/tags/a/index.xml",
    ]
    assert len(hub.connections) == 1


def test_others_have_their_turn_and_the_rest_follows(hub, monkeypatch):
    told_keys(hub.url, "en", "zh")
    ends = iter([0.0, 1.0, tasks.TURN + 1])
    monkeypatch.setattr(tasks.time, "monotonic", lambda: next(ends, tasks.TURN + 1))
    run_first()
    monkeypatch.undo()
    assert keys() == {"zh"}
    assert waiting()[0].scheduled_at is None
    run_first()
    assert waiting() == []
    assert len(hub.topics) == 2 * len(FORMATS)
