"""How far something has got: a bar on a terminal, a line now and then in a log."""

import time
from typing import Final, Protocol

_WIDTH: Final = 30
_EVERY: Final = 10.0
_REDRAWN: Final = 0.1


class Terminal(Protocol):
    """Where it is shown: a command's `stderr`."""

    def write(self, msg: str, *, ending: str | None = None) -> None: ...
    def isatty(self) -> bool: ...


class Progress:
    """Counts what is done of a total, which may not be known."""

    def __init__(self, out: Terminal, total: int | None) -> None:
        self._out = out
        self._total = total
        self._done = 0
        self._bar = out.isatty()
        self._shown = time.monotonic()

    def advance(self, number: int = 1) -> None:
        """Show that some more was done, where it is time to show it."""
        self._done += number
        now = time.monotonic()
        if now - self._shown >= (_REDRAWN if self._bar else _EVERY):
            self._shown = now
            self._show()

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._bar and self._done:
            self._total = self._done
            self._show()
            self._out.write("")

    def _show(self) -> None:
        if self._total is None:
            text = f"{self._done:,}"
        else:
            total = max(self._total, self._done, 1)
            text = f"{self._done:,}/{total:,}"
            if self._bar:
                full = _WIDTH * self._done // total
                text = f"[{'█' * full}{' ' * (_WIDTH - full)}] {text}"
        self._out.write(f"\r{text}" if self._bar else text, ending="" if self._bar else "\n")
