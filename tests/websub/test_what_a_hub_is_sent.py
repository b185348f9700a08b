import logging

import pytest

from feeds.formats import FORMATS
from feeds.websub.hub import Hub, HubRefusalError, HubUnavailableError

from .hubs import scribe
from .jobs import run_first, told_keys, waiting

TOPIC = "http://127.0.0.1:8000/en/tags/a%26b%2525/index.xml"


def test_a_form_with_one_topic_under_the_names_that_hubs_know(hub):
    with Hub(hub.url) as listener:
        listener.publish(TOPIC)
    assert hub.forms == [[("hub.mode", "publish"), ("hub.url", TOPIC), ("hub.topic", TOPIC)]]


@pytest.mark.parametrize("status", [200, 202, 204])
def test_hubs_take_it_in_several_ways(hub, status):
    hub.statuses, hub.body = [status], b"Thank you" * (status != 204)
    with Hub(hub.url) as listener:
        listener.publish(TOPIC)
        listener.publish(TOPIC)
    assert len(hub.connections) == 1


def test_it_is_followed_nowhere(hub):
    with scribe() as elsewhere:
        hub.statuses, hub.headers = [307], {"Location": elsewhere.url}
        with Hub(hub.url) as listener, pytest.raises(HubRefusalError, match=elsewhere.url):
            listener.publish(TOPIC)
        assert elsewhere.forms == []


def test_an_endless_answer_is_not_read_to_its_end(hub):
    hub.statuses, hub.body = [500], b"no \x1b\n" * 10_000_000
    with Hub(hub.url) as listener, pytest.raises(HubUnavailableError) as raised:
        listener.publish(TOPIC)
    assert str(raised.value).startswith("500 no no")
    assert len(str(raised.value)) < 250
    assert str(raised.value).isprintable()
    assert hub.cut_off.wait(10)


@pytest.mark.django_db
def test_a_refusal_is_final_said_once_and_others_are_told_all_the_same(hub, caplog):
    hub.statuses, hub.body = [404, 400, 204], b"unknown topic"
    told_keys(hub.url, "en", "zh")
    run_first()
    assert waiting() == []
    assert len(hub.topics) == 2 * len(FORMATS)
    [error] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert all(topic in error.getMessage() for topic in hub.topics[:2])
    assert hub.topics[2] not in error.getMessage()
    assert "400 unknown topic" in error.getMessage()
