"""The verbs that move a post through the workflow of `posts.workflow`.

Where a post that readers have seen has a newer draft, it is the draft that moves; publishing puts
it in the place of what they see.
"""

import uuid
from datetime import datetime
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.checks import require_checked
from posts.models import Post
from posts.rights import require
from posts.signals import post_handed_in
from posts.workflow import Status, transition

from .complete import require_complete
from .dates import require_in_reach, require_no_embargo
from .lock import lock
from .record import record
from .redirects import keep_address
from .redraft import move_draft, take_over
from .trace import trace


@transaction.atomic
def submit_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Hand a draft to those who review."""
    return _hand_in(_move(post, "submit", by=by, note=note))


@transaction.atomic
def return_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Give a post back to its author as a draft."""
    return _move(post, "return", by=by, note=note)


@transaction.atomic
def schedule_post(post: Post, at: datetime, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Let the worker publish the post, or its newer draft, `at` an aware time in the future."""
    field = "publish_at" if post.was_public else "published_at"
    require_in_reach(**{field: at})
    if at <= timezone.now():
        raise ValidationError({field: _("Choose a time in the future.")})
    return _hand_in(_move(post, "schedule", by=by, at=at, note=note))


@transaction.atomic
def publish_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Show the post, or its newer draft, to readers now.

    A date in the past stays as the editor set it; a post that was withdrawn keeps its first one.
    """
    return _move(post, "publish", by=by, note=note)


@transaction.atomic
def withdraw_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Take a post away from readers: its address says that it is gone (410).

    Its newer draft stays one, and does not go out by itself any more.
    """
    return _move(post, "withdraw", by=by, note=note)


def _move(
    post: Post,
    name: str,
    *,
    by: AbstractBaseUser | None,
    note: str,
    at: datetime | None = None,
) -> Post:
    lock(post)
    way = transition(name, status=post.status, stage=post.stage)
    if way is None:
        message = _("A post that is “%(status)s” cannot do this.")
        raise ValidationError(message, params={"status": Status(post.stage).label})
    require(by, way.right, post)
    draft = post.draft
    if draft is not None and name in ("submit", "return", "schedule"):
        move_draft(post, draft, way.target, name, by=by, at=at, note=note)
        return post
    before = trace(post)
    post.status = way.target
    if at is not None:
        post.published_at = at
    if post.status == Status.PUBLISHED:
        require_no_embargo(post, timezone.now())
        if draft is not None:
            take_over(post, draft)
        make_public(post)
    elif post.status == Status.SCHEDULED and at is not None:
        require_no_embargo(post, at)
    elif post.status == Status.WITHDRAWN:
        post.withdraw_at = None
        if draft is not None and draft.stage == Status.SCHEDULED:
            move_draft(post, draft, Status.DRAFT, "return", by=by, at=None, note="")
    if post.status in (Status.PUBLISHED, Status.SCHEDULED):
        require_complete(post)
        require_checked(post)
    post.save()
    keep_address(post, before.path)
    record(post, name, by=by, note=note, before=before)
    return post


def _hand_in(post: Post) -> Post:
    transaction.on_commit(partial(post_handed_in.send, sender=Post, post_id=post.pk))
    return post


def make_public(post: Post) -> None:
    """Give a post what it keeps for ever: its guid, and a date that is not in the future."""
    now = timezone.now()
    if post.published_at is None or post.published_at > now:
        post.published_at = now
    if post.guid is None:
        post.guid = uuid.uuid4().urn
        post.guid_is_permalink = False
