"""Using the embedded server: finding it, starting it when needed, leaving it."""

import atexit
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from . import locks
from .errors import EmbeddedPostgresError
from .layout import Layout
from .server import SUPERUSER, is_server, running_pid

DATABASE = "newsroom"

_PROJECT = Path(__file__).resolve().parent.parent.parent
_STOP_SECONDS = 75
_START_SECONDS = 60


@dataclass
class _Use:
    """This process's share in a server."""

    lock: int
    pid: int


_uses: dict[Path, _Use] = {}
_guard = threading.Lock()


def connection_settings(var: Path) -> dict[str, Any]:
    """Django's `DATABASES` entry for the server in `var`. Starts nothing and looks at nothing."""
    return {
        "ENGINE": "newsroom.embedded.postgresql",
        "NAME": DATABASE,
        "USER": SUPERUSER,
        "HOST": str(Layout(var).socket_folder),
        # Not for the driver: it tells the engine which server to start.
        "NEWSROOM_VAR": str(var),
    }


def ensure_running(var: Path) -> None:
    """Has the server in `var` run, with its database, until this process ends or calls `leave`.

    Costs some fifty microseconds when it runs already, so it may be asked before every connection.
    Raises `EmbeddedPostgresError` when the server cannot be started.
    """
    layout = Layout(var)
    with _guard:
        use = _uses.get(var)
        if use is not None and is_server(use.pid, layout) and _has_keeper(layout):
            return
        lock = _share(layout) if use is None else use.lock
        try:
            with locks.alone(layout.start_lock):
                pid = _found_or_started(layout)
                _create_database(layout)
        except BaseException:
            # Also of a stop that came while the server was starting: it ends before we do.
            if use is None:
                _give_up(lock, layout)
            raise
        if use is None and not _uses:
            atexit.register(_leave_all)
        _uses[var] = _Use(lock, pid)


def is_running(var: Path) -> bool:
    """Whether the server in `var` runs; starts nothing."""
    return running_pid(Layout(var)) is not None


def leave(var: Path) -> None:
    """Gives this process's share up. If it was the last, returns when the server has stopped."""
    with _guard:
        use = _uses.pop(var, None)
    if use is not None:
        _give_up(use.lock, Layout(var))


def _give_up(lock: int, layout: Layout) -> None:
    """Gives a share up; where nobody else has one, returns when the server has stopped."""
    os.close(lock)
    deadline = time.monotonic() + _STOP_SECONDS
    while _has_keeper(layout) and time.monotonic() < deadline:
        if locks.is_held(layout.users_lock) and not locks.is_claimed(layout.users_lock):
            return  # others use it
        time.sleep(0.02)


def _leave_all() -> None:
    for var in list(_uses):
        leave(var)


def _share(layout: Layout) -> int:
    try:
        layout.var.mkdir(mode=0o700, parents=True, exist_ok=True)
        layout.home.mkdir(mode=0o700, exist_ok=True)
        return locks.share(layout.users_lock)
    except OSError as error:
        raise EmbeddedPostgresError(
            f"The embedded PostgreSQL cannot be kept in {layout.home} ({error.strerror}): set "
            "NEWSROOM_VAR to a folder that this user may write to, or set DATABASE_URL."
        ) from error


def _found_or_started(layout: Layout) -> int:
    pid = running_pid(layout)
    if pid is None or not _has_keeper(layout):
        # The keeper of a server that has died ends by itself in a moment; one that is still
        # starting the server for a process that was killed goes on, and the server is there then.
        while _has_keeper(layout) and running_pid(layout) is None:
            time.sleep(0.05)
        if not _has_keeper(layout):
            _start_keeper(layout)
        pid = running_pid(layout)
    if pid is None:
        raise EmbeddedPostgresError(f"PostgreSQL has stopped again; {layout.log} may say why.")
    return pid


def _has_keeper(layout: Layout) -> bool:
    return locks.is_claimed(layout.keeper_lock)


def _start_keeper(layout: Layout) -> None:
    with subprocess.Popen(  # noqa: S603
        # Warnings are for the starter's own process. PYTHONPATH, since that may run anywhere.
        [sys.executable, "-W", "ignore", "-m", "newsroom.embedded.keeper", str(layout.var)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a Ctrl-C at the terminal is for the users, not for the server
        env={**os.environ, "PYTHONPATH": str(_PROJECT)},
    ) as process:
        told = process.communicate()[0].splitlines()
    for line in told:
        if line.startswith("note: "):
            sys.stderr.write(line.removeprefix("note: ") + "\n")
    if "ready" not in told:
        error = "\n".join(told).partition("error: ")[2]
        raise EmbeddedPostgresError(error or "The embedded PostgreSQL did not start.")


def _create_database(layout: Layout) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            connection = psycopg.connect(
                host=str(layout.socket_folder),
                user=SUPERUSER,
                dbname="postgres",
                autocommit=True,
            )
        except psycopg.OperationalError as error:
            # A server that another process has just started may be repairing its files still.
            if running_pid(layout) is None or time.monotonic() > deadline:
                raise EmbeddedPostgresError(f"PostgreSQL does not answer: {error}") from error
            time.sleep(0.05)
            continue
        with connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if known.fetchone() is None:
                connection.execute(f'CREATE DATABASE "{DATABASE}"')
        return
