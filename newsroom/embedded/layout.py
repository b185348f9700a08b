"""Where the embedded PostgreSQL keeps its things below `NEWSROOM_VAR`: names only, no disk."""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

# The server's only port number: it is part of the socket's file name, nothing listens on TCP.
SOCKET_NAME = ".s.PGSQL.5432"

# A socket's address holds 108 bytes on Linux and 104 on macOS, the closing NUL included.
_SOCKET_LIMIT = 103

# What neither libpq (which splits host names at commas) nor PostgreSQL's list of folders reads as
# anything but a plain path.
_PLAIN_PATH = re.compile(r"/[\w./+-]*")


@dataclass(frozen=True)
class Layout:
    """The paths that belong to one `NEWSROOM_VAR`, which is absolute and has its links resolved."""

    var: Path

    @property
    def home(self) -> Path:
        """Ours: what the server's own user must not be able to replace."""
        return self.var / "postgres"

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def program(self) -> Path:
        return self.home / "program"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def users_lock(self) -> Path:
        """Shared by every process that uses the server."""
        return self.home / "users.lock"

    @property
    def start_lock(self) -> Path:
        """Held while somebody looks whether the server runs, and starts it."""
        return self.home / "start.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the keeper as long as it lives."""
        return self.home / "keeper.lock"

    @property
    def socket_folder(self) -> Path:
        """Beside the data, unless that path is too long or too odd for a socket.

        Then a private folder in /tmp, named after the data: every process must arrive at the same
        one, so neither TMPDIR nor XDG_RUNTIME_DIR, which differ between a shell and a service.
        """
        beside = self.home / "socket"
        length = len(os.fsencode(beside / SOCKET_NAME))
        if length <= _SOCKET_LIMIT and _PLAIN_PATH.fullmatch(str(beside)):
            return beside
        digest = hashlib.sha256(os.fsencode(self.var)).hexdigest()[:16]
        return Path(f"/tmp/newsroom-{digest}")  # noqa: S108 — made private by `folders.private`
