"""A secret that is made once and kept in a file only its owner may read."""

import fcntl
import os
import secrets
import tempfile
from pathlib import Path


def read_or_create(path: Path) -> str:
    """The secret in `path`; made once, however many processes ask for it together.

    Raises `OSError` when the file can be neither read nor written.
    """
    if secret := _read(path):
        return secret
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        return _read(path) or _create(path)
    finally:
        os.close(folder)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _create(path: Path) -> str:
    secret = secrets.token_urlsafe(64)
    # mkstemp gives mode 600 whatever the umask. The rename shows the file whole or not at all.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret_key-")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
    return secret
