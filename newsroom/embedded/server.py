"""The PostgreSQL server itself: made, started, looked for, stopped."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .account import Account, owner_name
from .errors import EmbeddedPostgresError
from .folders import private
from .layout import Layout
from .program import MAJOR

SUPERUSER = "newsroom"

_START_SECONDS = 120  # recovery after a crash included
_LINGER_SECONDS = 20
_LOG_BYTES = 5_000_000


@dataclass(frozen=True)
class Server:
    """A data folder with the programs and the user that run it."""

    layout: Layout
    account: Account
    programs: Path

    def create(self) -> None:
        """Makes the data folder, once: in UTF-8, with the same locale on every machine."""
        data = self.layout.data
        if data.exists():
            self._check_owner()
            self._check_version()
            return
        # Made beside and renamed when whole, so that a start that was killed leaves no half of one.
        unfinished = data.with_name("data.unfinished")
        if unfinished.exists():
            shutil.rmtree(unfinished)
        private(unfinished, self.account)
        command = [
            str(self.programs / "initdb"),
            f"--pgdata={unfinished}",
            f"--username={SUPERUSER}",
            # Nobody else gets at the socket: its folder is closed to them.
            "--auth=trust",
            "--encoding=UTF8",
            # PostgreSQL's own locale: the system may have none.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            # The kernel writes the files out by itself within seconds.
            "--no-sync",
        ]
        done = subprocess.run(  # noqa: S603
            command,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd="/",
            env=_environment(),
            **self.account.run_as,
        )
        if done.returncode:
            raise EmbeddedPostgresError(f"initdb failed: {done.stderr.strip()}")
        unfinished.rename(data)

    def start(self) -> int:
        """Starts the server and waits until it answers; returns its process id."""
        deadline = time.monotonic() + _LINGER_SECONDS
        while True:
            self._clear_what_a_dead_one_left()
            private(self.layout.socket_folder, self.account)
            offset = self._trim_log()
            pid = self._start_once()
            if pid is not None:
                return pid
            said = self._log_since(offset)
            # After a kill -9 of the server its children need a moment to notice and go.
            if "shared memory block" not in said or time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"PostgreSQL did not start; the end of {self.layout.log} says:\n{said.strip()}"
                )
            time.sleep(0.2)

    def stop(self, pid: int) -> None:
        """Stops the server, cutting connections off: nobody uses them any more."""
        for order, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
            with suppress(ProcessLookupError):
                os.kill(pid, order)
            deadline = time.monotonic() + seconds
            while time.monotonic() < deadline:
                if not is_server(pid, self.layout):
                    self._remove_socket_folder()
                    return
                time.sleep(0.02)

    def _start_once(self) -> int | None:
        command = [
            str(self.programs / "postgres"),
            "-D",
            str(self.layout.data),
            "-c",
            "listen_addresses=",
            "-c",
            f"unix_socket_directories={self.layout.socket_folder}",
            "-c",
            "unix_socket_permissions=0700",
            "-c",
            "log_checkpoints=off",
        ]
        log = _open_log(self.layout.log)
        try:
            process = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=_environment(),
                **self.account.run_as,
            )
        finally:
            os.close(log)
        deadline = time.monotonic() + _START_SECONDS
        while process.poll() is None:
            if _says_ready(self.layout.data, process.pid):
                return process.pid
            if time.monotonic() > deadline:
                self.stop(process.pid)
                raise EmbeddedPostgresError(
                    f"PostgreSQL is not ready after {_START_SECONDS} seconds."
                )
            time.sleep(0.02)
        return None

    def _check_owner(self) -> None:
        owner = self.layout.data.lstat().st_uid
        if owner != self.account.uid:
            raise EmbeddedPostgresError(
                f"{self.layout.data} belongs to {owner_name(owner)}, and PostgreSQL would run as "
                f"{self.account.name}: start as the user who started it first, or choose another "
                f"NEWSROOM_VAR, or hand it over (chown -R {self.account.name} {self.layout.data})."
            )

    def _check_version(self) -> None:
        found = (self.layout.data / "PG_VERSION").read_text(encoding="ascii").strip()
        if found != str(MAJOR):
            raise EmbeddedPostgresError(
                f"{self.layout.data} was made by PostgreSQL {found}, and this is PostgreSQL "
                f"{MAJOR}: dump it with the older release, move it away and restore the dump."
            )

    def _clear_what_a_dead_one_left(self) -> None:
        """Removes dead sockets, and a `postmaster.pid` whose number another process has now.

        PostgreSQL itself clears the file of a process that is gone, and would take any other
        process of the same user for a running server: after a restart of a container the numbers
        repeat.
        """
        pid = _recorded_pid(self.layout.data)
        if pid is not None and _exists(pid) and not is_server(pid, self.layout):
            (self.layout.data / "postmaster.pid").unlink(missing_ok=True)
        if self.layout.socket_folder.is_dir() and not self.layout.socket_folder.is_symlink():
            for leftover in self.layout.socket_folder.iterdir():
                leftover.unlink()

    def _remove_socket_folder(self) -> None:
        with suppress(OSError):
            self.layout.socket_folder.rmdir()

    def _trim_log(self) -> int:
        log = self.layout.log
        size = log.stat().st_size if log.exists() else 0
        if size > _LOG_BYTES:
            log.rename(log.with_name("log.old"))
            return 0
        return size

    def _log_since(self, offset: int) -> str:
        return self.layout.log.read_bytes()[offset:].decode(errors="replace")


def running_pid(layout: Layout) -> int | None:
    """The process id of the server on this data folder, or None when it does not run."""
    pid = _recorded_pid(layout.data)
    return pid if pid is not None and is_server(pid, layout) else None


def is_server(pid: int, layout: Layout) -> bool:
    """Whether a process is this data folder's server, not another that got its number later."""
    if sys.platform == "linux":
        try:
            # Readable to everybody; empty for a zombie.
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return os.fsencode(layout.data) in arguments
    shown = subprocess.run(  # noqa: S603
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, check=False
    )
    return os.fsencode(layout.data) in shown.stdout


def _recorded_pid(data: Path) -> int | None:
    lines = _pid_file(data)
    return int(lines[0]) if lines and lines[0].isdigit() else None


def _says_ready(data: Path, pid: int) -> bool:
    lines = _pid_file(data)
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"


def _pid_file(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text(errors="replace").split("\n")
    except FileNotFoundError:
        return []


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _open_log(path: Path) -> int:
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.open(path, flags, 0o600)


def _environment() -> dict[str, str]:
    # PGDATA, PGOPTIONS and the like of the starter's shell are not meant for this server.
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
