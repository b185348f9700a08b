"""The bytes of files, in Django's default storage: each once, named by their digest."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import IO, Final

from django.core.exceptions import ValidationError
from django.core.files import File as DjangoFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

FOLDER: Final = "files"
MAX_BYTES: Final = 100_000_000
_IN_MEMORY: Final = 1_000_000
_STEP: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Bytes:
    """What is to be kept, read once: `held` stands at its beginning."""

    held: IO[bytes]
    digest: str
    size: int


@contextmanager
def held(data: bytes | IO[bytes]) -> Iterator[Bytes]:
    """The bytes of a file, wherever they come from. Raises ValidationError for too many."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as spooled:
        digest, size = sha256(), 0
        for chunk in _chunks(data):
            size += len(chunk)
            if size > MAX_BYTES:
                message = _("A file has at most %s megabytes.")
                raise ValidationError(message % (MAX_BYTES // 1_000_000))
            digest.update(chunk)
            spooled.write(chunk)
        spooled.seek(0)
        yield Bytes(spooled, digest.hexdigest(), size)  # type: ignore[arg-type, unused-ignore]


def write(name: str, data: Bytes) -> None:
    """Store bytes under a name that their digest gives; what is there already is the same."""
    if default_storage.exists(name) and default_storage.size(name) == data.size:
        return
    default_storage.delete(name)  # cut off by a failure
    stored = default_storage.save(name, DjangoFile(data.held))
    if stored != name:  # somebody else was quicker with the same bytes
        default_storage.delete(stored)


def remove(name: str) -> None:
    """Delete what is stored under a name, if it is there."""
    default_storage.delete(name)


def stored_before(time: datetime) -> Iterator[str]:
    """The names of what was stored before a time."""
    if not default_storage.exists(FOLDER):
        return
    for digest in default_storage.listdir(FOLDER)[1]:
        name = f"{FOLDER}/{digest}"
        if default_storage.get_modified_time(name) < time:
            yield name


def _chunks(data: bytes | IO[bytes]) -> Iterator[bytes]:
    if isinstance(data, bytes):
        yield data
        return
    while chunk := data.read(_STEP):
        yield chunk
