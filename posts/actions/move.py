"""The verbs that move a post through the workflow of `posts.workflow`."""

import uuid
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.models import Post
from posts.workflow import TRANSITIONS, Status

from .lock import lock
from .record import record, require
from .redirects import keep_address
from .trace import trace


@transaction.atomic
def submit_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Hand a draft to those who review."""
    return _move(post, "submit", by=by, note=note)


@transaction.atomic
def return_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Give a post back to its author as a draft."""
    return _move(post, "return", by=by, note=note)


@transaction.atomic
def schedule_post(post: Post, at: datetime, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Let the worker publish the post `at` an aware time in the future."""
    if at <= timezone.now():
        raise ValidationError({"published_at": _("Choose a time in the future.")})
    return _move(post, "schedule", by=by, at=at, note=note)


@transaction.atomic
def publish_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Show the post to readers now.

    A date in the past stays as the editor set it; a post that was withdrawn keeps its first one.
    """
    return _move(post, "publish", by=by, note=note)


@transaction.atomic
def withdraw_post(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Take a post away from readers: its address says that it is gone (410)."""
    return _move(post, "withdraw", by=by, note=note)


def _move(
    post: Post,
    name: str,
    *,
    by: AbstractBaseUser | None,
    note: str,
    at: datetime | None = None,
) -> Post:
    transition = TRANSITIONS[name]
    require(by, transition.permission)
    lock(post)
    if post.status not in transition.sources:
        message = _("A post that is “%(status)s” cannot do this.")
        raise ValidationError(message, params={"status": post.get_status_display()})
    before = trace(post)
    post.status = transition.target
    if at is not None:
        post.published_at = at
    if post.status == Status.PUBLISHED:
        make_public(post)
    if post.status in (Status.PUBLISHED, Status.SCHEDULED):
        require_complete(post)
    post.save()
    keep_address(post, before.path)
    record(post, name, by=by, note=note, before=before)
    return post


def make_public(post: Post) -> None:
    """Give a post what it keeps for ever: its guid, and a date that is not in the future."""
    now = timezone.now()
    if post.published_at is None or post.published_at > now:
        post.published_at = now
    if post.guid is None:
        post.guid = uuid.uuid4().urn
        post.guid_is_permalink = False


def require_complete(post: Post) -> None:
    """Refuse to let out a post that lacks what every reader needs."""
    missing = {}
    if post.section is None:
        missing["section"] = _("Choose a section: it stands in the address.")
    if not post.body:
        missing["body"] = _("There is no text yet.")
    if missing:
        raise ValidationError(missing)
