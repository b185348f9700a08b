"""Sees to it that there is a browser, and a Chinese font, for the tests marked `browser`.

On Debian and Ubuntu from the packages of the system; elsewhere the one that playwright brings.
"""

import shutil
import subprocess
import sys

import debian

PACKAGES = ["chromium", "fonts-noto-cjk"]


def main() -> int:
    """Returns an exit status."""
    if debian.is_debian():
        missing = debian.provide(PACKAGES)
        advice = debian.advice(missing)
    else:
        missing = [] if shutil.which("chromium") or _install_from_playwright() else ["a browser"]
        advice = "`.venv/bin/playwright install chromium` says why"
    return debian.report(missing, advice, "browser")


def _install_from_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
