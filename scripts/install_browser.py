"""Sees to it that there is a browser, and a Chinese font, for the tests marked `browser`.

On Debian and Ubuntu from the system's packages (root installs them, others are told to); elsewhere
the one that playwright brings. Without one those tests are skipped; on CI (CI=true) that is an
error.
"""

import os
import shutil
import subprocess
import sys

PACKAGES = ["chromium", "fonts-noto-cjk"]


def main() -> int:
    """Returns an exit status."""
    if shutil.which("apt-get"):
        missing = [name for name in PACKAGES if not _is_installed(name)]
        if missing and os.geteuid() == 0:
            _install(missing)
            missing = [name for name in PACKAGES if not _is_installed(name)]
        advice = f"install them: sudo apt-get install {' '.join(missing)}"
    else:
        missing = [] if shutil.which("chromium") or _install_from_playwright() else ["a browser"]
        advice = "`.venv/bin/playwright install chromium` says why"
    if not missing:
        return 0
    may_skip = os.environ.get("CI", "").lower() not in {"1", "true"}
    outcome = "the browser tests are skipped" if may_skip else "the browser tests must run on CI"
    sys.stderr.write(f"Missing: {' '.join(missing)} ({advice}); {outcome}.\n")
    return 0 if may_skip else 1


def _is_installed(package: str) -> bool:
    done = subprocess.run(  # noqa: S603
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout == "installed"


def _install(packages: list[str]) -> None:
    sys.stdout.write(f"Installing {' '.join(packages)}\n")
    sys.stdout.flush()
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(  # noqa: S603
            ["apt-get", "--quiet", "--quiet", *arguments],  # noqa: S607
            env=environment,
            stdout=subprocess.DEVNULL,
            check=False,
        )


def _install_from_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
