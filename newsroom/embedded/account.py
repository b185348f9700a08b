"""The system user that the server runs as. PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import TypedDict

from .errors import EmbeddedPostgresError

SYSTEM_USER = "newsroom-postgres"

_WAYS_TO_CREATE = (
    f"useradd --system --user-group --no-create-home --shell /usr/sbin/nologin {SYSTEM_USER}",
    f"adduser -S -D -H -s /sbin/nologin {SYSTEM_USER}",  # busybox
)


class RunAs(TypedDict, total=False):
    """Arguments for `subprocess` that drop root's rights."""

    user: int
    group: int
    extra_groups: list[int]
    umask: int


@dataclass(frozen=True)
class Account:
    """A user of this machine, by number."""

    name: str
    uid: int
    gid: int

    @property
    def run_as(self) -> RunAs:
        if self.uid == os.geteuid():
            return {"umask": 0o077}
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "umask": 0o077}


def server_account() -> Account:
    """Oneself; for root the system user, which is created when it is missing."""
    if os.geteuid() != 0:
        return Account(_name_of(os.geteuid()), os.geteuid(), os.getegid())
    account = _find()
    # Two installations that start together may both try to create it, and /etc/passwd is locked
    # meanwhile: hence more than one attempt.
    failure = "neither useradd nor adduser is installed"
    for _attempt in range(5):
        if account is not None:
            return account
        failure = _create() or failure
        account = _find()
        if account is None:
            time.sleep(0.3)
    raise EmbeddedPostgresError(
        f"PostgreSQL does not run as root, and its user {SYSTEM_USER} cannot be created "
        f"({failure}): create a system user of that name, or start as another user, or set "
        f"DATABASE_URL."
    )


def owner_name(uid: int) -> str:
    """The name of a user by number, or the number itself."""
    return _name_of(uid)


def _find() -> Account | None:
    try:
        entry = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        return None
    return Account(SYSTEM_USER, entry.pw_uid, entry.pw_gid)


def _create() -> str:
    """Creates the system user; returns what went wrong, if anything."""
    # A path without /usr/sbin is usual in a plain shell.
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    for way in _WAYS_TO_CREATE:
        name, *arguments = way.split()
        program = shutil.which(name, path=path)
        if program is None:
            continue
        done = subprocess.run(  # noqa: S603
            [program, *arguments], capture_output=True, text=True, check=False
        )
        return "" if done.returncode == 0 else done.stderr.strip() or f"{name} failed"
    return ""


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
