"""Installs what a `package-lock.json` says, where its `package.json` is."""

import subprocess
import sys
from pathlib import Path


def install(folder: Path, what: str) -> bool:
    """Whether what is locked is there now."""
    lock = folder / "package-lock.json"
    # npm writes it last: what it holds is what was installed.
    done = folder / "node_modules" / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= lock.stat().st_mtime:
        return True
    sys.stdout.write(f"Installing {what} in {folder.name}/node_modules\n")
    sys.stdout.flush()
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    ended = subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    return ended.returncode == 0
