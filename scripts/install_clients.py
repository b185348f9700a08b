"""Sees to it that there are feed readers, and gettext, for the tests that drive them.

On Debian and Ubuntu from the system's packages (`debian`); elsewhere somebody has to install them.
"""

import shutil
import sys

import debian

# Package → the program by which it is known.
PACKAGES = {"newsboat": "newsboat", "sfeed": "sfeed_update", "curl": "curl", "gettext": "msgfmt"}


def main() -> int:
    """Returns an exit status."""
    if debian.is_debian():
        missing = debian.provide(list(PACKAGES))
        return debian.report(missing, debian.advice(missing), "feed reader")
    missing = [name for name, program in PACKAGES.items() if not shutil.which(program)]
    return debian.report(missing, "install them", "feed reader")


if __name__ == "__main__":
    sys.exit(main())
