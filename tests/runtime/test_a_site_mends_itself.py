import os
import signal
from collections.abc import Callable

import pytest

from . import processes
from .site import Site


def pids(site: Site, part: str) -> list[int]:
    return sorted(pid for pid, arguments in processes.of(site.var).items() if part in arguments)


@pytest.mark.parametrize("part", ["gunicorn", "procrastinate worker", "bin/postgres", "keeper"])
def test_what_is_killed_is_started_again(start: Callable[..., Site], part: str) -> None:
    site = start().wait_until_ready()
    before = pids(site, part)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert processes.wait_for(lambda: len(pids(site, part)) == len(before))
    assert not set(pids(site, part)) & set(before)
    assert processes.wait_for(lambda: _answers(site))
    site.send(signal.SIGTERM)
    assert processes.of(site.var) == {}


def _answers(site: Site) -> bool:
    try:
        return site.status() == 200
    except OSError:
        return False
