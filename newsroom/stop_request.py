"""How a running site is told to stop: Ctrl-C, a SIGTERM, a closed terminal, an interrupted make."""

import os
import signal
import time
from pathlib import Path
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

# One wish can arrive twice: from the terminal and from make.
_SAME_WISH_SECONDS = 1.0


class StopRequest:
    """Remembers that a stop was asked for."""

    def __init__(self) -> None:
        # While there is nothing to wind down yet, a request ends the process then and there.
        self.exits = True
        self._first: float | None = None
        self._insists = False
        for number in _SIGNALS:
            signal.signal(number, self._note)

    def received(self) -> bool:
        """Whether to stop."""
        return self._first is not None or _parent_make_was_interrupted()

    def insists(self) -> bool:
        """Whether it was asked for again, somewhat later: stop at once."""
        return self._insists

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if self._first is None:
            self._first = now
        self._insists = now - self._first > _SAME_WISH_SECONDS
        if self.exits:
            raise SystemExit(0)


def _parent_make_was_interrupted() -> bool:
    """Whether make, our parent, got a SIGINT or SIGHUP that did not reach us.

    A terminal sends Ctrl-C to both. Of the signals that make alone gets it passes SIGTERM on; at
    the others it waits for us inside its handler, where the signal is blocked: that can be seen.
    """
    process = Path(f"/proc/{os.getppid()}")
    try:
        if (process / "comm").read_text().strip() not in {"make", "gmake"}:
            return False
        lines = (process / "status").read_text().splitlines()
    except OSError:  # no /proc here, or the parent has just ended
        return False
    blocked = next((int(line.split()[1], 16) for line in lines if line.startswith("SigBlk:")), 0)
    return any(blocked >> number - 1 & 1 for number in (signal.SIGINT, signal.SIGHUP))
