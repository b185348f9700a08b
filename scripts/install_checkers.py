"""Sees to it that there are axe-core and the Nu HTML checker, for the tests marked `quality`.

They come from npm, as `package-lock.json` says; the Nu checker wants Java. On Debian and Ubuntu
Node and Java come from the system's packages (`debian`), elsewhere somebody has to install them.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import debian

PROJECT: Final = Path(__file__).resolve().parent.parent
LOCK: Final = PROJECT / "package-lock.json"
# npm writes it last: what it holds is what was installed.
DONE: Final = PROJECT / "node_modules" / ".package-lock.json"

# Program → the package that brings it.
PROGRAMS: Final = {"npm": "npm", "java": "default-jre-headless"}


def main() -> int:
    """Returns an exit status."""
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    advice = "install them"
    if missing and debian.is_debian():
        missing = debian.provide(missing)
        advice = debian.advice(missing)
    if not missing and not _install():
        missing, advice = ["axe-core", "vnu-jar"], "`npm ci` says why"
    return debian.report(missing, advice, "quality")


def _install() -> bool:
    """Whether what is locked is there."""
    if DONE.exists() and DONE.stat().st_mtime >= LOCK.stat().st_mtime:
        return True
    sys.stdout.write("Installing axe-core and vnu-jar in node_modules\n")
    sys.stdout.flush()
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=PROJECT, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
