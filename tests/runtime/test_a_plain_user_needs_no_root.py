import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.embedded.layout import Layout

from . import processes


@pytest.fixture
def plain_user() -> dict[str, int]:
    """Arguments for `subprocess`: oneself, or for root a user without rights."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    options = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    try:
        subprocess.run([sys.executable, "-c", "import newsroom"], check=True, **options)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this Python or this project lies where other users cannot read")
    return options


def test_the_server_is_the_users_own(folder: Path, plain_user: dict[str, int]) -> None:
    var = folder / "var"
    os.chown(folder, plain_user.get("user", -1), -1)
    before = folder.stat().st_mode
    try:
        with processes.user(var, **plain_user) as server:
            assert Path(f"/proc/{server}").stat().st_uid == plain_user.get("user", os.geteuid())
    finally:
        processes.end_all(var)
    assert folder.stat().st_mode == before
    assert not Layout(var).program.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a second user")
def test_root_does_not_take_a_users_database_over(folder: Path, plain_user: dict[str, int]) -> None:
    var = folder / "var"
    os.chown(folder, plain_user["user"], -1)
    with processes.user(var, **plain_user):
        pass
    with pytest.raises(AssertionError, match="belongs to nobody"), processes.user(var):
        pass
