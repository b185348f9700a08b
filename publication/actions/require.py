from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied


def require(by: AbstractBaseUser | None, permission: str) -> None:
    """Refuse a user without a permission of `publication`; None is the system, which may."""
    if by is not None and not by.has_perm(f"publication.{permission}"):  # type: ignore[attr-defined]
        raise PermissionDenied(permission)
