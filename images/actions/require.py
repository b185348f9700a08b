from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied


def require(by: AbstractBaseUser | None, permission: str) -> None:
    """Refuse a user without a permission of `images`, such as `add_picture`."""
    if by is not None and not by.has_perm(f"images.{permission}"):  # type: ignore[attr-defined]
        raise PermissionDenied(permission)
