"""Folders for the server: private ones, and a way into them through their parents."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from .account import Account, owner_name
from .errors import EmbeddedPostgresError


def private(path: Path, account: Account) -> None:
    """Makes a folder that only the account (and root) can enter; refuses anybody else's.

    In /tmp anybody may have made it first. So it is opened without following a link, looked at, and
    changed through the open descriptor.
    """
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        raise EmbeddedPostgresError(f"{path} is to be a folder: {error.strerror}.") from error
    try:
        owner = os.fstat(folder).st_uid
        if owner not in {account.uid, os.geteuid()}:
            raise EmbeddedPostgresError(
                f"{path} belongs to {owner_name(owner)}, and {account.name} is to use it: start as "
                f"{owner_name(owner)}, or choose another NEWSROOM_VAR."
            )
        os.fchmod(folder, 0o700)
        if owner != account.uid:
            os.fchown(folder, account.uid, account.gid)
    finally:
        os.close(folder)


def open_the_way(target: Path, account: Account) -> list[Path]:
    """Lets the account pass through a folder's parents: adds o+x where it lacks, nothing else.

    Returns the folders that were changed. Passing through shows nothing of what is in a folder.
    """
    opened = []
    for folder in reversed(target.parents):
        status = folder.stat()
        if _may_pass(status, account):
            continue
        folder.chmod(stat.S_IMODE(status.st_mode) | stat.S_IXOTH)
        opened.append(folder)
    return opened


def _may_pass(status: os.stat_result, account: Account) -> bool:
    if status.st_uid == account.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == account.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)
