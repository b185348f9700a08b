from functools import partial
from typing import IO

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from publication.files import storage
from publication.files.kinds import media_type_of
from publication.files.paths import require_path
from publication.models import File
from publication.outcome import Outcome

from .require import require


@transaction.atomic
def keep_file(
    path: str, data: bytes | IO[bytes], *, by: AbstractBaseUser | None
) -> tuple[File, Outcome]:
    """Let a file stand at a decoded path from now on: `/img/logo.svg`.

    Raises ValidationError for a path that cannot be a file's and for one of more than 100 MB.
    """
    require(by, "add_file")
    require_path(path)
    with storage.held(data) as held:
        file = File.objects.select_for_update().filter(path=path).first()
        if file is not None and file.digest == held.digest:
            storage.write(file.stored_as, held)
            return file, Outcome.UNCHANGED
        before = file.stored_as if file is not None else ""
        values = {
            "digest": held.digest,
            "size": held.size,
            "media_type": media_type_of(path),
        }
        file, is_new = File.objects.update_or_create(path=path, defaults=values)
        # Last: whatever fails before leaves nothing. What fails after is swept up by a task.
        storage.write(file.stored_as, held)
    if before:
        transaction.on_commit(partial(_forget, before))
    return file, Outcome.CREATED if is_new else Outcome.UPDATED


@transaction.atomic
def delete_file(file: File, *, by: AbstractBaseUser | None) -> None:
    """Let nothing stand at a file's path any more."""
    require(by, "delete_file")
    name = file.stored_as
    file.delete()
    transaction.on_commit(partial(_forget, name))


def _forget(name: str) -> None:
    """Delete stored bytes that no file has any more."""
    if not File.objects.filter(digest=name.rpartition("/")[2]).exists():
        storage.remove(name)
