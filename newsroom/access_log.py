"""The access log of the web server: no addresses in it, never more than two files of a size."""

import fcntl
import os
from contextlib import suppress
from datetime import timedelta
from logging import LogRecord
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any, Final, override
from urllib.parse import quote, urlsplit

from gunicorn.glogging import Logger

FORMAT: Final = (
    '- - - %(t)s "%(r)s" %(s)s %(b)s "%(missed_from)s" "%(a)s" %(D)s "%({sec-purpose}i)s"'
)
"""The "combined" format of Apache, with `-` for who asked, and at its end the microseconds that the
answer took, and whether a browser only prefetched. gunicorn's names. Where somebody came from is
told of what was not found alone (`MissesLogger`)."""

MAX_BYTES: Final = 20_000_000
LONGEST_REFERER: Final = 500


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


class MissesLogger(Logger):
    """gunicorn's, which tells what page led to what is not there, and of nothing else."""

    @override
    def atoms(
        self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta
    ) -> dict[str, Any]:
        atoms: dict[str, Any] = super().atoms(resp, req, environ, request_time)
        is_miss = str(atoms.get("s", "")) == "404"
        atoms["missed_from"] = (
            (without_query(environ.get("HTTP_REFERER", "")) or "-") if is_miss else "-"
        )
        return atoms


def without_query(referer: str) -> str:
    """The page that a Referer names; "" for what is none. Queries may hold what is nobody's."""
    try:
        parts = urlsplit(referer)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    page = f"{parts.scheme}://{host}{quote(parts.path, safe='/%:@!$&()*+,;=~-._')}"
    return page[:LONGEST_REFERER]


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
