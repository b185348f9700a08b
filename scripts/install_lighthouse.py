"""Sees to it that there is Lighthouse, for `make lighthouse`: from npm, as its lock says."""

import shutil
import sys
from pathlib import Path
from typing import Final

import debian
import npm

FOLDER: Final = Path(__file__).resolve().parent.parent / "bench" / "lighthouse"


def main() -> int:
    """Returns an exit status."""
    if not shutil.which("npm") and debian.is_debian():
        debian.provide(["npm"])
    if not shutil.which("npm"):
        sys.stderr.write("Missing: npm (install Node 18.16 or newer).\n")
        return 1
    return 0 if npm.install(FOLDER, "Lighthouse") else 1


if __name__ == "__main__":
    sys.exit(main())
