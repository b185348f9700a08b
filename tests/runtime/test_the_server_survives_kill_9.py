import os
import signal
from pathlib import Path

from newsroom.embedded.layout import Layout

from . import processes


def test_the_server_stops_when_its_only_user_is_killed(var: Path) -> None:
    user = processes.start_user(var)
    processes.server_of(user)
    user.kill()
    user.communicate()
    assert processes.wait_for(lambda: processes.of(var) == {})


def test_a_later_start_adopts_a_server_that_everybody_has_left(var: Path) -> None:
    user = processes.start_user(var)
    server = processes.server_of(user)
    for pid, arguments in processes.of(var).items():
        if "embedded.keeper" in arguments:
            os.kill(pid, signal.SIGKILL)
    user.kill()
    user.communicate()
    assert list(processes.of(var)) == [server]
    with processes.user(var) as adopted:
        assert adopted == server
    assert processes.of(var) == {}


def test_a_killed_server_is_started_again(var: Path) -> None:
    with processes.user(var) as server:
        os.kill(server, signal.SIGKILL)
        with processes.user(var) as another:
            assert another != server
    assert processes.of(var) == {}


def test_all_killed_together_leave_a_server_that_starts(var: Path) -> None:
    user = processes.start_user(var)
    processes.server_of(user)
    processes.end_all(var)
    user.communicate()
    with processes.user(var):
        pass


def test_a_stale_pid_file_with_the_number_of_another_process_is_cleared(var: Path) -> None:
    with processes.user(var):
        pass
    stale = Layout(var).data / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{Layout(var).data}\n")
    stale.chmod(0o600)
    os.chown(stale, stale.parent.stat().st_uid, stale.parent.stat().st_gid)
    with processes.user(var) as server:
        assert server != os.getpid()
