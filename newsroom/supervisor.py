"""Runs a few programs together, restarts one that ends by itself, and leaves none behind."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_LEASH = Path(__file__).resolve().with_name("leash.py")

# Found through a relative PATH, or called by a relative path, it is relative to where we started.
PYTHON = str(Path(sys.executable).absolute())

# A program that ends this often within this time would end again.
_RESTARTS = 3
_WITHIN_SECONDS = 60
_GRACE_SECONDS = 15


class Program:
    """One program, in a process group of its own: a Ctrl-C reaches it only through us."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        self.command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._ends: deque[float] = deque(maxlen=_RESTARTS)

    def start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603
            [PYTHON, str(_LEASH), str(os.getpid()), *self.command],
            cwd=_LEASH.parent.parent,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def lives(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def exit_status(self) -> int | None:
        """Known once it has ended."""
        return None if self._process is None else self._process.poll()

    def ends_too_often(self) -> bool:
        """Notes that it has ended; whether a restart is pointless."""
        self._ends.append(time.monotonic())
        return len(self._ends) == _RESTARTS and self._ends[-1] - self._ends[0] < _WITHIN_SECONDS

    def ask_to_stop(self) -> None:
        """Asks the program itself, so that it can see to its own children."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def kill(self) -> None:
        """Ends the program and what it has started, also when it has ended itself."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)


class Supervisor:
    """Several programs that live and end together."""

    def __init__(self, programs: list[Program], say: Callable[[str], None]) -> None:
        self._programs = programs
        self._say = say

    def start(self) -> None:
        for program in self._programs:
            program.start()

    def revive(self) -> bool:
        """Starts again what has ended; False when that is pointless."""
        for program in self._programs:
            if program.lives():
                continue
            status = program.exit_status()
            program.kill()
            if program.ends_too_often():
                self._say(f"{program.name} keeps ending (exit status {status}): giving up.")
                return False
            self._say(f"{program.name} has ended (exit status {status}): starting it again.")
            program.start()
        return True

    def stop(self, at_once: Callable[[], bool]) -> None:
        """Has every program end: gently, or at once when the time is up or `at_once()` says so."""
        for program in self._programs:
            program.ask_to_stop()
        deadline = time.monotonic() + _GRACE_SECONDS
        while self._some_live() and time.monotonic() < deadline and not at_once():
            time.sleep(0.05)
        for program in self._programs:
            program.kill()
        while self._some_live():
            time.sleep(0.02)

    def _some_live(self) -> bool:
        return any(program.lives() for program in self._programs)
