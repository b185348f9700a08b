"""What every action does at its end: a Revision, a search entry, a signal once it is committed."""

from datetime import datetime
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max

from edge.stamps import touch
from posts.content import PostContent
from posts.models import Post, Revision
from posts.search.entries import index_post
from posts.signals import post_changed
from posts.snapshot import content_of

from .trace import UNSEEN, Trace, trace


def log(
    post: Post,
    action: str,
    *,
    by: AbstractBaseUser | None,
    came_from: str,
    note: str = "",
    newer_draft: PostContent | None = None,
    stage: str | None = None,
) -> Revision:
    """Write the Revision of an action, and nothing else: of what readers get, or of a newer draft.

    `stage` is that of the newer draft after it, if it is not the one that is stored.
    """
    last = post.revisions.aggregate(last=Max("number"))["last"] or 0
    if stage is None:
        stage = post.draft.stage if post.draft is not None else ""
    return Revision.objects.create(
        post=post,
        number=last + 1,
        action=action,
        status=post.status,
        stage=stage,
        came_from=came_from,
        is_newer_draft=newer_draft is not None,
        snapshot=(newer_draft if newer_draft is not None else content_of(post)).as_json(),
        note=note,
        by_id=by.pk if by else None,
        who=by.get_username() if by else "",
    )


def record(
    post: Post,
    action: str,
    *,
    by: AbstractBaseUser | None,
    note: str = "",
    before: Trace = UNSEEN,
) -> Revision:
    """Write the Revision of an action, what the post is found by, and stamps of what changed.

    Others are told once it is committed.

    `before` is what readers saw of the post before the action.
    """
    revision = log(post, action, by=by, came_from=before.stage, note=note)
    index_post(post)
    after = trace(post)
    keys = before.keys | after.keys
    if keys:
        changed = [post.pk]
        if (before.path, before.shown) != (after.path, after.shown):
            # Its translations lead to it: their entries change along.
            siblings = list(Post.objects.translations_of(post))
            changed += [sibling.pk for sibling in siblings]
            keys = keys.union(*(trace(sibling).keys for sibling in siblings))
        announce(post, action, keys, frozenset({before.path, after.path} - {""}), changed)
    return revision


def announce(
    post: Post, action: str, keys: frozenset[str], paths: frozenset[str], changed: list[int]
) -> None:
    """Stamp the lists at `keys`, date the posts that `changed`, and tell others on commit."""
    touch(keys, partial(_date, changed))
    transaction.on_commit(
        partial(
            post_changed.send, sender=Post, post_id=post.pk, action=action, keys=keys, paths=paths
        )
    )


def _date(posts: list[int], at: datetime) -> None:
    """Date the change no earlier than its stamps: feeds tell by it what is new since a stamp."""
    Post.objects.filter(pk__in=posts).update(modified_at=at)
