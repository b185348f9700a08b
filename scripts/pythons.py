"""The Python interpreters of this machine, pyenv's included, which uv does not see by itself.

Runs on any Python ≥ 3.8: it is what looks for a newer one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator  # noqa: UP035 — for Python 3.8

WANTED = (3, 12)

# The one the project is tested with comes first.
_NAMES = ("python3.13", "python3.14", "python3.12", "python3", "python")


def interpreters() -> Iterator[str]:
    """Every interpreter that may be one, best first: this one, those on PATH, pyenv's."""
    yield sys.executable
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            yield found
    for root in _pyenv_roots():
        yield from (str(path / "bin" / "python3") for path in _newest_first(root / "versions"))
    yield "/usr/bin/python3"


def new_enough() -> str | None:
    """The real path of an interpreter that the project runs on, or None."""
    for interpreter in interpreters():
        # Asked by running it: a pyenv shim is there even when no version stands behind it.
        answer = run(
            interpreter,
            f"import sys; print(sys.version_info[:2] >= {WANTED}, sys.executable)",
        )
        if answer is not None and answer.startswith("True "):
            return answer[5:].strip()
    return None


def run(interpreter: str, code: str) -> str | None:
    """What a line of Python prints, or None when the interpreter does not run or the line fails."""
    try:
        done = subprocess.run(  # noqa: S603
            [interpreter, "-c", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.decode() if done.returncode == 0 else None


def _pyenv_roots() -> Iterator[Path]:
    if os.environ.get("PYENV_ROOT"):
        yield Path(os.environ["PYENV_ROOT"])
    # HOME may be another than the one pyenv was installed in; its shims on PATH tell where it is.
    for folder in map(Path, os.get_exec_path()):
        if folder.name in {"shims", "bin"} and (folder.parent / "versions").is_dir():
            yield folder.parent
    if os.environ.get("HOME"):
        yield Path(os.environ["HOME"], ".pyenv")


def _newest_first(versions: Path) -> list[Path]:
    def number(path: Path) -> tuple[int, ...]:
        return tuple(int(part) for part in path.name.split("."))

    if not versions.is_dir():
        return []
    plain = [path for path in versions.iterdir() if re.fullmatch(r"3\.\d+\.\d+", path.name)]
    return sorted(plain, key=number, reverse=True)
