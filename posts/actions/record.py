"""What every action does at its end: a Revision, and a signal once it is committed."""

from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from posts.models import Post, Revision
from posts.signals import post_changed
from posts.snapshot import content_of


def require(by: AbstractBaseUser | None, permission: str) -> None:
    """Refuse a user without a permission of `posts`, such as `publish_post`."""
    if by is not None and not by.has_perm(f"posts.{permission}"):  # type: ignore[attr-defined]
        raise PermissionDenied(permission)


def record(
    post: Post,
    action: str,
    *,
    by: AbstractBaseUser | None,
    note: str = "",
    paths: frozenset[str] = frozenset(),
) -> Revision:
    """Write the Revision of an action, and tell others when it is committed.

    `paths` are the post's public addresses before the action.
    """
    last = post.revisions.aggregate(last=Max("number"))["last"] or 0
    revision = Revision.objects.create(
        post=post,
        number=last + 1,
        action=action,
        status=post.status,
        snapshot=content_of(post).as_json(),
        note=note,
        by_id=by.pk if by else None,
    )
    if post.was_public:
        told = partial(
            post_changed.send,
            sender=Post,
            post_id=post.pk,
            action=action,
            paths=paths | {post.path},
        )
        transaction.on_commit(told)
    return revision
