"""The keeper of one server: starts it, and stops it when the last process that uses it has left.

    python -m newsroom.embedded.keeper VAR

It tells its starter on standard output: `note: …` for people, then `ready` or `error: …`; then it
goes on in the background. It is a process of its own because nothing else is left to stop the
server when all that used it were killed. It ends when the server has ended.
"""

import os
import signal
import sys
import threading
from pathlib import Path

from . import locks, program
from .account import server_account
from .errors import EmbeddedPostgresError
from .folders import open_the_way
from .layout import Layout
from .server import Server, is_server, running_pid


def main(var: Path) -> int:
    """Keeps the server of one `NEWSROOM_VAR`; returns an exit status."""
    layout = Layout(var)
    # Held until the process ends. Who looks whether there is a keeper holds it for a moment too.
    if locks.try_claim(layout.keeper_lock, seconds=2) is None:
        _tell("error: another process starts PostgreSQL in the same folder just now.")
        return 1
    try:
        server = _prepare(layout)
        pid = running_pid(layout)
        if pid is None:
            server.create()
            pid = server.start()
    except (EmbeddedPostgresError, OSError) as error:
        _tell(f"error: {error}")
        return 1
    _tell("ready")
    _go_on_in_the_background()
    _keep(server, pid)
    return 0


def _prepare(layout: Layout) -> Server:
    account = server_account()
    if account.uid == os.geteuid():
        return Server(layout, account, program.installed())
    layout.program.mkdir(mode=0o700, exist_ok=True)
    programs = program.readable_copy(layout)
    opened = open_the_way(layout.data, account) + open_the_way(programs, account)
    ours = [folder for folder in opened if not folder.is_relative_to(layout.home)]
    if ours:
        names = ", ".join(str(folder) for folder in ours)
        _tell(f"note: PostgreSQL runs as {account.name}, which may now pass through (o+x) {names}.")
    return Server(layout, account, programs)


def _keep(server: Server, pid: int) -> None:
    unused = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: unused.set())

    def wait_for_the_last_to_leave() -> None:
        # Kept open: who comes now waits until the server has stopped, and then starts it anew.
        locks.claim(server.layout.users_lock)
        unused.set()

    threading.Thread(target=wait_for_the_last_to_leave, daemon=True).start()
    while not unused.wait(0.5):
        if not is_server(pid, server.layout):
            return
    server.stop(pid)


def _go_on_in_the_background() -> None:
    os.chdir("/")  # so as to hold no folder that somebody wants to move or unmount
    # Nobody waits for the server's exit status: let the kernel clear its entry away.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _tell(line: str) -> None:
    # The starter may have been killed meanwhile; the server is wanted by its heirs all the same.
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    # The starter waits for the parent alone, so that the keeper is never an entry it must clear
    # away.
    if os.fork():
        os._exit(0)
    sys.exit(main(Path(sys.argv[1])))
