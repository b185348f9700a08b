"""Killed in the middle of a batch, it leaves neither counts nor a position behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from edge.access_log.follow import read_log
from edge.models import LogPosition
from feeds.models import DailyPolls
from posts.models import DailyViews
from tests.database import database_url
from tests.factories import make_post

from .log import line

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.django_db(transaction=True)
def test_killed_after_counting(log):
    post = make_post()
    log.write(line(post.get_absolute_url()), line("/en/index.xml", agent="newsboat/2"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.access_log.killed", str(log.path)],
        cwd=PROJECT,
        env={
            **os.environ,
            "DATABASE_URL": database_url(),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        },
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    for model in (DailyViews, DailyPolls, LogPosition):
        assert not model.objects.exists()
    counted = read_log(log.path).counted
    assert (counted["Views of posts"], counted["Polls of feeds"]) == (1, 1)
    assert read_log(log.path).lines == 0
    assert DailyViews.objects.get().views == DailyPolls.objects.get().polls == 1
