import os
import pwd
from pathlib import Path

import pytest

from newsroom.embedded.layout import Layout

from . import processes

# Nobody's own rights, and that of reading: this Python may lie where only root can read.
NOBODY = [
    "setpriv",
    "--reuid=nobody",
    "--regid=nogroup",
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
]


@pytest.fixture
def plain_user() -> dict[str, list[str]]:
    """Arguments for `processes.user`: oneself, or for root a user without rights."""
    return {"wrapper": NOBODY} if os.geteuid() == 0 else {}


@pytest.fixture
def owned(folder: Path) -> Path:
    """A folder of that user."""
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
    return folder


def test_the_server_is_the_users_own(owned: Path, plain_user: dict[str, list[str]]) -> None:
    var = owned / "var"
    before = owned.stat()
    try:
        with processes.user(var, **plain_user) as server:
            assert Path(f"/proc/{server}").stat().st_uid == before.st_uid != 0
    finally:
        processes.end_all(var)
    assert owned.stat().st_mode == before.st_mode
    assert not Layout(var).program.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a second user")
def test_root_does_not_take_a_users_database_over(
    owned: Path, plain_user: dict[str, list[str]]
) -> None:
    var = owned / "var"
    with processes.user(var, **plain_user):
        pass
    with pytest.raises(AssertionError, match="belongs to nobody"), processes.user(var):
        pass
