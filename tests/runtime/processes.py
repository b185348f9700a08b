"""Real processes on a `NEWSROOM_VAR` of their own, and what is left of them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent

# Uses the embedded server, says its process id, and goes when its input ends.
_USER = """
import sys
from pathlib import Path
from newsroom import embedded
from newsroom.embedded.layout import Layout
from newsroom.embedded.server import running_pid

var = Path(sys.argv[1])
embedded.ensure_running(var)
print(running_pid(Layout(var)), flush=True)
sys.stdin.read()
"""


def environment(var: Path, **more: str) -> dict[str, str]:
    """The environment of this process less every setting of ours, with `NEWSROOM_VAR` and more."""
    ours = ("DATABASE_URL", "SITE_URL", "ALLOWED_HOSTS", "SECRET_KEY", "EMAIL_URL", "DEBUG", "DEMO")
    rest = {name: value for name, value in os.environ.items() if name not in ours}
    return {**rest, "NEWSROOM_VAR": str(var), "DJANGO_SETTINGS_MODULE": "newsroom.settings", **more}


def manage(
    var: Path, *arguments: str, python: str = sys.executable, **more: str
) -> subprocess.CompletedProcess[str]:
    """Runs `manage.py` to its end."""
    return subprocess.run(
        [python, "manage.py", *arguments],
        cwd=PROJECT,
        env=environment(var, **more),
        capture_output=True,
        text=True,
        timeout=180,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def start_user(var: Path, wrapper: Sequence[str] = (), **options) -> subprocess.Popen[str]:
    """A process that uses the embedded server until its input is closed."""
    return subprocess.Popen(
        [*wrapper, sys.executable, "-c", _USER, str(var)],
        cwd=PROJECT,
        env=environment(var),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


@contextmanager
def user(var: Path, **options) -> Iterator[int]:
    """Has a process use the server while the block runs; gives the server's process id."""
    process = start_user(var, **options)
    try:
        yield server_of(process)
    finally:
        process.communicate(timeout=30)


def server_of(process: subprocess.Popen[str]) -> int:
    """The process id that the user says, once the server answers it."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise AssertionError(process.communicate()[1])
    return int(line)


def of(var: Path) -> dict[int, str]:
    """The processes that belong to a var folder, by id: known by their environment or arguments."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (folder / "cmdline").read_bytes()
            variables = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        ours = os.fsencode(f"NEWSROOM_VAR={var}") in variables or os.fsencode(var) in arguments
        if arguments and ours and int(folder.name) != os.getpid():
            found[int(folder.name)] = arguments.replace(b"\0", b" ").decode(errors="replace")
    return found


def wait_for(condition: Callable[[], object], seconds: float = 20) -> bool:
    """Whether the condition comes true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def end_all(var: Path) -> None:
    """Ends what a failed test has left behind."""
    while left := of(var):
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
