"""Accounts at the desk: who manages them cannot make themselves more than they are."""

from typing import Any

from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

# What makes somebody more than the groups of the newsroom do.
_ABOVE = ("is_superuser", "user_permissions")


class AccountAdmin(UserAdmin[User]):
    """As Django's, but that superusers alone make superusers, and change their accounts."""

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[Any]:
        fixed = () if request.user.is_superuser else _ABOVE
        return [*super().get_readonly_fields(request, obj), *fixed]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)


def _may_touch(request: HttpRequest, account: User | None) -> bool:
    return account is None or not account.is_superuser or request.user.is_superuser
