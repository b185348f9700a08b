"""Who may do what with a post: the one place that decides, for actions, admin and commands."""

import logging

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied

from .models import Authorship, Post
from .workflow import Right

logger = logging.getLogger(__name__)

type User = AbstractBaseUser | AnonymousUser


def may(user: User, right: Right, post: Post | None = None) -> bool:
    """Whether a user may do this with a post; without one, with any post at all."""
    if user.has_perm(f"posts.{right}_post"):  # type: ignore[union-attr]
        return True
    if not user.has_perm(f"posts.{right}_own_post"):  # type: ignore[union-attr]
        return False
    return post is None or is_own(user, post)


def is_own(user: User, post: Post) -> bool:
    """Whether a user began a post, or is one of its authors."""
    if user.pk is None:
        return False
    if post.created_by_id == user.pk:
        return True
    return Authorship.objects.filter(post=post.pk, author__account=user.pk).exists()


def may_write(user: User) -> bool:
    """Whether a user writes at all: what helps writing is for them."""
    return user.has_perm("posts.add_post") or may(user, Right.CHANGE)  # type: ignore[union-attr]


def require(by: AbstractBaseUser | None, right: Right, post: Post) -> None:
    """Refuse a user who may not do this with the post; None is the system, which may."""
    if by is not None and not may(by, right, post):
        _refuse(by, f"{right} post {post.pk}")


def require_permission(by: AbstractBaseUser | None, permission: str) -> None:
    """Refuse a user without a permission of `posts` as a whole, such as `add_post`."""
    if by is not None and not by.has_perm(f"posts.{permission}"):  # type: ignore[attr-defined]
        _refuse(by, permission)


def _refuse(by: AbstractBaseUser, what: str) -> None:
    logger.warning("Refused: user %s (%s) may not %s", by.pk, by.get_username(), what)
    raise PermissionDenied(what)
