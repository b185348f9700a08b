"""Programs that tests drive, from the packages of Debian and Ubuntu.

Root installs what is missing, others are told to. On CI (CI=true) it is an error if something still
is; elsewhere the tests that need it are skipped.
"""

import os
import shutil
import subprocess
import sys


def is_debian() -> bool:
    """Whether this is a system of packages that this module knows."""
    return shutil.which("apt-get") is not None


def provide(packages: list[str]) -> list[str]:
    """Installs what is missing, as root; what is missing after that."""
    missing = [name for name in packages if not _is_installed(name)]
    if missing and os.geteuid() == 0:
        _install(missing)
        missing = [name for name in packages if not _is_installed(name)]
    return missing


def report(missing: list[str], advice: str, tests: str) -> int:
    """Says what is missing and what becomes of the tests; an exit status."""
    if not missing:
        return 0
    may_skip = os.environ.get("CI", "").lower() not in {"1", "true"}
    outcome = f"the {tests} tests {'are skipped' if may_skip else 'must run on CI'}"
    sys.stderr.write(f"Missing: {' '.join(missing)} ({advice}); {outcome}.\n")
    return 0 if may_skip else 1


def advice(missing: list[str]) -> str:
    """What somebody who is not root can do."""
    return f"install them: sudo apt-get install {' '.join(missing)}"


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
