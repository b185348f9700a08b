"""What the installation tells the one who waits for it."""

from __future__ import annotations

import sys


def say(line: str) -> None:
    """A line, shown at once and before what a child process prints."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
