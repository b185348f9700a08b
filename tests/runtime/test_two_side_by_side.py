import signal
from collections.abc import Callable

from . import processes
from .site import Site


def test_two_sites_do_not_know_each_other(start: Callable[..., Site]) -> None:
    first, second = start("first"), start("second")
    first.wait_until_ready()
    second.wait_until_ready()
    first.send(signal.SIGTERM)
    assert processes.of(first.var) == {}
    assert second.status() == 200
    second.send(signal.SIGTERM)
    assert processes.of(second.var) == {}


def test_a_taken_port_is_said_in_one_line(start: Callable[..., Site]) -> None:
    first = start("first").wait_until_ready()
    second = start("second", PORT=str(first.port))
    assert second.process.wait(timeout=30) == 1
    told = [line for line in second.said().splitlines() if "taken" in line]
    assert told == [
        f"CommandError: Port {first.port} is taken. Stop what listens there, or choose another: "
        f"make run PORT={first.port + 1}"
    ]
    assert processes.of(second.var) == {}
