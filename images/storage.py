"""The files of pictures, in Django's default storage."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from .addresses import name_of


def write(file: str, data: bytes) -> None:
    """Store a file under exactly this name, in the place of what an earlier attempt left there."""
    remove(file)
    stored = default_storage.save(file, ContentFile(data))
    if stored != file:
        default_storage.delete(stored)
        raise OSError(f"{file} was written by somebody else at the same moment.")


def read(file: str) -> bytes:
    """What a file holds. Raises OSError where there is none."""
    with default_storage.open(file) as stored:
        data: bytes = stored.read()
    return data


def remove(file: str) -> None:
    """Delete a file, if it is there."""
    default_storage.delete(file)


def stored_before(time: datetime) -> Iterator[str]:
    """The files of pictures that were written before a time."""
    if not default_storage.exists(""):
        return
    for file in default_storage.listdir("")[1]:
        if name_of(file) and default_storage.get_modified_time(file) < time:
            yield file
