"""A whole site, started as a person would start it."""

import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from . import processes


class Site:
    """`manage.py run`, or any command that leads to it, in a session of its own."""

    def __init__(self, var: Path, command: list[str] | None = None, **settings: str) -> None:
        self.var = var
        self.port = int(settings.pop("PORT", 0)) or processes.free_port()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 — closed by close()
        run = command or [sys.executable, str(processes.PROJECT / "manage.py"), "run"]
        self.process = subprocess.Popen(
            # What a shell runs in the background hears no Ctrl-C, and neither would this.
            ["env", "--default-signal=INT", *run],
            cwd=processes.PROJECT if command else "/",
            env=processes.environment(var, PORT=str(self.port), **{"DEMO": "0", **settings}),
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def wait_until_ready(self) -> "Site":
        line = f"Ready: http://127.0.0.1:{self.port}/"
        processes.wait_for(lambda: line in self.said() or self.process.poll() is not None, 180)
        assert line in self.said(), self.said()
        return self

    def said(self) -> str:
        return os.pread(self._log.fileno(), 1_000_000, 0).decode()

    def status(self, path: str = "/healthz") -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.status

    def send(self, number: signal.Signals) -> int:
        """Signals the command that was started; its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)

    def send_to_all(self, number: signal.Signals) -> int:
        """Signals the foreground group, as a terminal does; the exit status."""
        os.killpg(self.process.pid, number)
        return self.process.wait(timeout=30)

    def close(self) -> None:
        processes.end_all(self.var)
        self.process.wait(timeout=30)
        self._log.close()
