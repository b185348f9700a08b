"""What editors decide about paths that are not there."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from posts.models import MissedPath
from posts.rights import require_permission


@transaction.atomic
def ignore_miss(missed: MissedPath, *, by: AbstractBaseUser | None) -> None:
    """Leave a path out of the report, however often it is asked for."""
    _set(missed, is_ignored=True, by=by)


@transaction.atomic
def heed_miss(missed: MissedPath, *, by: AbstractBaseUser | None) -> None:
    """Take a path that was ignored back into the report."""
    _set(missed, is_ignored=False, by=by)


def _set(missed: MissedPath, *, is_ignored: bool, by: AbstractBaseUser | None) -> None:
    require_permission(by, "add_redirect")
    missed.is_ignored = is_ignored
    missed.save(update_fields=["is_ignored"])
