import logging
from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from feeds.formats import FORMATS
from feeds.websub.tasks import BACKOFF, ping

from .jobs import keys, run, run_first, told_keys, waiting

pytestmark = pytest.mark.django_db

NOBODY = "http://127.0.0.1:9/"


def wait_of(job) -> float:
    return (job.scheduled_at - timezone.now()).total_seconds()


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_what_is_not_told_waits_and_nothing_else(hub, status):
    hub.statuses = [204] * len(FORMATS) + [status]
    told_keys(hub.url, "en", "zh")
    run_first()
    [job] = waiting()
    assert job.args == {"hub": hub.url, "keys": ["zh"], "failures": 1}
    assert 2 < wait_of(job) <= 3


def test_nobody_listens(settings, caplog):
    settings.WEBSUB_HUBS = (NOBODY,)
    told_keys(NOBODY, "en")
    run_first()
    assert keys() == {"en"}
    assert NOBODY in caplog.text


def test_waits_grow_to_a_day_and_then_it_is_given_up_and_said(settings, caplog):
    settings.WEBSUB_HUBS = (NOBODY,)
    told_keys(NOBODY, "en/tags/a")
    waits = [0.0]
    while waiting() and len(waits) < 20:
        run_first()
        waits += [wait_of(job) for job in waiting()]
    assert len(waits) == 1 + BACKOFF.max_attempts
    assert all(later > 2.5 * sooner for sooner, later in pairwise(waits))
    assert timedelta(hours=24) < timedelta(seconds=sum(waits)) < timedelta(hours=26)
    [error] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "en/tags/a" in error.getMessage()


def test_one_job_a_hub_waits_however_much_changes_meanwhile(hub):
    hub.statuses = [503]
    for number in range(5):
        told_keys(hub.url, "en", f"en/tags/{number}")
        run_first()
        assert len(waiting()) == 1
    assert len(hub.forms) == 5
    hub.statuses = [204]
    told_keys(hub.url, "zh")
    run(waiting()[-1])
    assert waiting() == []
    assert len(set(hub.topics)) == 7 * len(FORMATS)


def test_what_changed_last_is_not_given_up_with_what_changed_first(settings):
    settings.WEBSUB_HUBS = (NOBODY,)
    first = told_keys(NOBODY, "en", failures=BACKOFF.max_attempts)
    told_keys(NOBODY, "zh")
    run(first)
    assert keys() == {"zh"}


def test_it_is_not_asked_before_it_wants_to(hub):
    hub.statuses, hub.headers = [429], {"Retry-After": "120"}
    told_keys(hub.url, "en")
    run_first()
    assert 110 < wait_of(waiting()[0]) <= 120


def test_a_hub_that_is_not_ours_any_more_is_left_alone(hub, settings):
    told_keys(hub.url, "en")
    settings.WEBSUB_HUBS = ()
    run_first()
    assert hub.forms == []
    assert waiting() == []


def test_procrastinate_repeats_what_fails_for_another_reason():
    assert ping.retry_strategy is BACKOFF
