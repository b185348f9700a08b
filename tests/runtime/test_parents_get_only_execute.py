import os
import stat
from pathlib import Path

import pytest

from newsroom.embedded.account import SYSTEM_USER

from . import processes

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs as another user")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def closed(folder: Path) -> Path:
    """A folder as closed as root's home, with a neighbour of no concern to the server."""
    path = folder / "closed"
    path.mkdir(mode=0o700)
    (path / "neighbour").mkdir(mode=0o700)
    return path


def test_parents_get_only_execute_and_it_is_said(closed: Path) -> None:
    var = closed / "site" / "var"
    (closed / "site").mkdir(mode=0o750)
    user = processes.start_user(var)
    processes.server_of(user)
    _, said = user.communicate(timeout=30)
    assert mode(closed) == 0o701
    assert mode(closed / "site") == 0o751
    assert mode(closed / "neighbour") == 0o700
    assert mode(var) == 0o701
    assert mode(var / "postgres" / "data") == 0o700
    assert SYSTEM_USER in said
    assert all(str(path) in said for path in (closed, closed / "site", var))
    assert len(said.splitlines()) == 1


def test_what_is_open_already_is_left_alone_and_nothing_is_said(closed: Path) -> None:
    with processes.user(closed / "var"):
        pass
    closed.chmod(0o755)
    user = processes.start_user(closed / "var")
    processes.server_of(user)
    assert user.communicate(timeout=30)[1] == ""
    assert mode(closed) == 0o755


def test_umask_077_hides_nothing_from_the_server(closed: Path) -> None:
    with processes.user(closed / "var", umask=0o077) as server:
        assert server
