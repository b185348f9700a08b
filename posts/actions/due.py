"""What the clock does with posts: each goes out, or away, at its time and once."""

from datetime import datetime

from django.db import transaction

from posts.models import Post
from posts.workflow import Status

from .lock import lock
from .move import publish_post, withdraw_post


@transaction.atomic
def publish_if_due(post: Post, now: datetime) -> bool:
    """Publish what is scheduled for `now` or earlier; whether it was.

    An editor may have moved it, and another worker published it, since it was found.
    """
    lock(post)
    draft = post.draft
    at = draft.publish_at if draft is not None else post.published_at
    if post.stage != Status.SCHEDULED or at is None or at > now:
        return False
    publish_post(post, by=None)
    return True


@transaction.atomic
def withdraw_if_due(post: Post, now: datetime) -> bool:
    """Withdraw what is to be taken away at `now` or earlier; whether it was."""
    lock(post)
    if post.status != Status.PUBLISHED or post.withdraw_at is None or post.withdraw_at > now:
        return False
    withdraw_post(post, by=None)
    return True
