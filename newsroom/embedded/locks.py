"""Locks on files (flock): the kernel drops them when their holder ends, kill -9 included."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def share(path: Path) -> int:
    """Takes a shared lock, waiting while somebody holds it alone. Closing it gives it back.

    A forked child shares its parent's lock, and closing its copy leaves the parent's alone.
    """
    return _lock(path, fcntl.LOCK_SH)


def claim(path: Path) -> int:
    """Takes a lock for oneself alone, waiting for everybody else to leave."""
    return _lock(path, fcntl.LOCK_EX)


def try_claim(path: Path, seconds: float) -> int | None:
    """Takes a lock for oneself alone, or returns None when it is still held when the time is up."""
    deadline = time.monotonic() + seconds
    while (descriptor := _lock_at_once(path, fcntl.LOCK_EX)) is None:
        if time.monotonic() > deadline:
            return None
        time.sleep(0.01)
    return descriptor


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Holds a lock for oneself alone while the block runs."""
    descriptor = claim(path)
    try:
        yield
    finally:
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Whether anybody holds the lock, shared or alone."""
    return _refused(path, fcntl.LOCK_EX)


def is_claimed(path: Path) -> bool:
    """Whether somebody holds the lock alone."""
    return _refused(path, fcntl.LOCK_SH)


def _refused(path: Path, kind: int) -> bool:
    descriptor = _lock_at_once(path, kind)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


def _lock(path: Path, kind: int) -> int:
    # Mode 600: whoever can open the file can keep the server from stopping.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, kind)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _lock_at_once(path: Path, kind: int) -> int | None:
    try:
        return _lock(path, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return None
