import signal
from collections.abc import Callable

import pytest

from . import processes
from .site import Site

MAKE = ["make", "run", "--old-file=base"]  # without looking what is installed


def test_ctrl_c_leaves_nothing(start: Callable[..., Site]) -> None:
    site = start(command=MAKE).wait_until_ready()
    assert site.status() == 200
    assert len(processes.of(site.var)) >= 7  # make, the supervisor, the keeper, …
    site.send_to_all(signal.SIGINT)
    assert processes.of(site.var) == {}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_for_make_alone_leaves_nothing(start: Callable[..., Site], number) -> None:
    site = start(command=MAKE).wait_until_ready()
    site.send(number)
    assert processes.of(site.var) == {}


def test_stopped_while_it_prepares_it_leaves_nothing(start: Callable[..., Site]) -> None:
    site = start()
    assert processes.wait_for(
        lambda: any("bin/postgres" in a for a in processes.of(site.var).values())
    )
    assert site.send(signal.SIGTERM) == 0
    # A keeper that was just being started sees that nobody is left, and goes.
    assert processes.wait_for(lambda: processes.of(site.var) == {}, 10), processes.of(site.var)
    assert "Traceback" not in site.said()


@pytest.mark.parametrize("command", [MAKE, None])
def test_kill_9_of_whom_was_started_leaves_nothing(start: Callable[..., Site], command) -> None:
    site = start(command=command).wait_until_ready()
    site.send(signal.SIGKILL)
    assert processes.wait_for(lambda: processes.of(site.var) == {}, 30), processes.of(site.var)
