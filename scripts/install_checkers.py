"""Sees to it that there are axe-core and the Nu HTML checker, for the tests marked `quality`.

They come from npm, as `package-lock.json` says; the Nu checker wants Java. On Debian and Ubuntu
Node and Java come from the system's packages (`debian`), elsewhere somebody has to install them.
"""

import shutil
import sys
from pathlib import Path
from typing import Final

import debian
import npm

PROJECT: Final = Path(__file__).resolve().parent.parent

# Program → the package that brings it.
PROGRAMS: Final = {"npm": "npm", "java": "default-jre-headless"}


def main() -> int:
    """Returns an exit status."""
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    advice = "install them"
    if missing and debian.is_debian():
        missing = debian.provide(missing)
        advice = debian.advice(missing)
    if not missing and not npm.install(PROJECT, "axe-core and vnu-jar"):
        missing, advice = ["axe-core", "vnu-jar"], "`npm ci` says why"
    return debian.report(missing, advice, "quality")


if __name__ == "__main__":
    sys.exit(main())
