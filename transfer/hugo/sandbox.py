"""Runs a program that reads what strangers wrote: no network, no secrets, and bounded work."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Final

from .refusal import HugoError

MOST_MEMORY = 8 * 2**30
MOST_IN_A_FILE: Final = 4 * 2**30
MOST_IN_ALL: Final = 64 * 2**30
_LEFT_FREE: Final = 2**28
_LOOK: Final = 1.0  # seconds between two looks at what was written
_MOST_SAID: Final = 20_000_000
_LIMITED: Final = Path(__file__).with_name("limited.py")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit status, what it wrote, and what it complained of."""

    status: int
    output: str
    errors: str


def run(
    command: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    environment: Mapping[str, str] | None = None,
    writes: Path | None = None,
    most_written: int = MOST_IN_ALL,
    memory: int | None = None,
) -> Ended:
    """Run a program in `folder` and wait until it ends.

    It sees the variables of `environment` and no others, and no network where Linux lets us take
    it away. Its time, its memory (`MOST_MEMORY` bytes) and its files are limited; below `writes` it
    may leave no more than `most_written` bytes. Raises HugoError, one line, where it goes beyond.
    """
    limits = [
        str(number)
        for number in (memory or MOST_MEMORY, int(seconds * _cores()) + 1, MOST_IN_A_FILE)
    ]
    limited = [sys.executable, "-I", str(_LIMITED), *limits, *_without_network(), *command]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(  # noqa: S603
                limited,
                cwd=folder,
                env={"PATH": os.defpath, "LANG": "C.UTF-8", **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                start_new_session=True,
            )
        except OSError as error:
            raise HugoError(f"{command[0]} cannot be run: {error.strerror}.") from error
        try:
            _wait(process, seconds, writes, most_written)
        finally:
            if process.poll() is None:
                # All that it started is in a group of its own.
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        return Ended(process.returncode, _said(output), _said(errors))


def _wait(process: subprocess.Popen[bytes], seconds: float, writes: Path | None, most: int) -> None:
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(min(_LOOK, max(0.01, end - time.monotonic())))
        if writes is not None:
            _look_at(writes, most)
        if process.returncode is not None:
            return
        if time.monotonic() >= end:
            raise HugoError(f"Hugo was stopped: it took more than {seconds:g} seconds.")


def _look_at(folder: Path, most: int) -> None:
    if _size(folder) > most:
        raise HugoError(f"Hugo was stopped: it wrote more than {most:,} bytes.")
    if shutil.disk_usage(folder).free < _LEFT_FREE:
        raise HugoError("Hugo was stopped: the disk for temporary files is full.")


def _size(folder: Path) -> int:
    total = 0
    for parent, _folders, files in os.walk(folder):
        for name in files:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(parent, name)).st_size
    return total


def _said(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(_MOST_SAID).decode(errors="replace")


def _cores() -> int:
    return os.cpu_count() or 1


@cache
def _without_network() -> tuple[str, ...]:
    """What makes a program start in a network of its own, with nobody in it; () if impossible."""
    unshare = shutil.which("unshare")
    for way in ("-n", "-rn"):
        if unshare is not None:
            tried = subprocess.run([unshare, way, "true"], capture_output=True, check=False)  # noqa: S603
            if tried.returncode == 0:
                return (unshare, way)
    return ()
