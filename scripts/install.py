"""Brings `.venv` up to date.

    python3 scripts/install.py base   what the site needs
    python3 scripts/install.py dev    what tests and checks need besides

Runs on any Python ≥ 3.8, without a package: it is the first thing that runs on a fresh machine.
Does nothing when the requirements have not changed since.
"""

from __future__ import annotations

import fcntl
import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pythons
import uv
from say import say

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
BOOTSTRAP = PROJECT / ".bootstrap"
FALLBACK = "3.13"


def main(name: str) -> None:
    """Installs `requirements/NAME.txt`. Two installations in one folder take turns."""
    requirements = PROJECT / "requirements" / f"{name}.txt"
    if _is_up_to_date(name):
        return
    BOOTSTRAP.mkdir(exist_ok=True)
    folder = os.open(BOOTSTRAP, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    if _is_up_to_date(name):
        return
    program = uv.find_or_install(BOOTSTRAP)
    environment = uv.environment(BOOTSTRAP)
    if not _works(ENVIRONMENT / "bin" / "python"):
        _create(program, environment)
    say(f"Installing requirements/{name}.txt in .venv")
    command = [
        program,
        "pip",
        "install",
        "--quiet",
        "--python",
        str(ENVIRONMENT / "bin" / "python"),
    ]
    _call([*command, "--requirement", str(requirements)], environment)
    # Base's packages are among dev's, in the same versions: that is all of them.
    for done in ("base", "dev") if name == "dev" else ("base",):
        shutil.copyfile(PROJECT / "requirements" / f"{done}.txt", _stamp(done))


def _is_up_to_date(name: str) -> bool:
    requirements = PROJECT / "requirements" / f"{name}.txt"
    return (
        _stamp(name).is_file()
        and filecmp.cmp(_stamp(name), requirements, shallow=False)
        and _works(ENVIRONMENT / "bin" / "python")
    )


def _stamp(name: str) -> Path:
    """What was installed last: a copy of the requirements, written when they were all there."""
    return ENVIRONMENT / f".installed-{name}.txt"


def _works(python: Path) -> bool:
    """False for an environment whose interpreter has been removed or is too old."""
    answer = pythons.run(
        str(python), f"import sys; print(sys.version_info[:2] >= {pythons.WANTED})"
    )
    return answer is not None and answer.strip() == "True"


def _create(program: str, environment: dict[str, str]) -> None:
    python = pythons.new_enough()
    if python is None:
        say(f"No Python 3.12 or newer here: uv fetches Python {FALLBACK}")
    command = [program, "venv", "--quiet", "--clear", "--no-project", "--python"]
    _call([*command, python or FALLBACK, str(ENVIRONMENT)], environment)


def _call(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, cwd=PROJECT, check=False)  # noqa: S603
    if done.returncode:
        wanted = "Python 3.12 or newer and a way to the package index"
        sys.exit(f"Error: `{' '.join(command[:3])}` failed; the project needs {wanted}.")


if __name__ == "__main__":
    main(sys.argv[1])
