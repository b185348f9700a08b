"""The access log of the web server: no addresses in it, never more than two files of a size."""

import fcntl
import os
from contextlib import suppress
from logging import LogRecord
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any, Final, override

FORMAT: Final = '- - - %(t)s "%(r)s" %(s)s %(b)s "-" "%(a)s" %(D)s "%({sec-purpose}i)s"'
"""The "combined" format of Apache, with `-` for who asked and where they came from, and at its end
the microseconds that the answer took, and whether a browser only prefetched. gunicorn's names."""

MAX_BYTES: Final = 20_000_000


class BoundedFileHandler(WatchedFileHandler):
    """Appends lines; a file that is full becomes `….1`, and the `….1` before it goes.

    Several processes may write to one file. A line that cannot be written is dropped: no request
    fails for it, and no error log fills up.
    """

    def __init__(self, filename: str, max_bytes: int = MAX_BYTES) -> None:
        super().__init__(filename, encoding="utf-8", errors="backslashreplace", delay=True)
        self.max_bytes = max_bytes

    @override
    def emit(self, record: LogRecord) -> None:
        with suppress(OSError):
            self._rotate_if_full()
            super().emit(record)

    @override
    def handleError(self, record: LogRecord) -> None:
        """Say nothing."""

    def _rotate_if_full(self) -> None:
        if self.stream is None or os.fstat(self.stream.fileno()).st_size < self.max_bytes:
            return
        # Of the processes that find it full, one renames it; the others then see a new file.
        fcntl.flock(self.stream, fcntl.LOCK_EX)
        try:
            if os.path.samestat(os.fstat(self.stream.fileno()), os.stat(self.baseFilename)):
                os.replace(self.baseFilename, f"{self.baseFilename}.1")
        finally:
            fcntl.flock(self.stream, fcntl.LOCK_UN)


def logging_to(path: Path) -> dict[str, Any]:
    """gunicorn's `logconfig_dict` for an access log at `path`; empty where none can be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return {}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "root": {"handlers": []},
        "formatters": {"line": {"format": "%(message)s"}},
        "handlers": {
            "file": {"()": BoundedFileHandler, "filename": str(path), "formatter": "line"}
        },
        "loggers": {"gunicorn.access": {"level": "INFO", "handlers": ["file"], "propagate": False}},
    }
