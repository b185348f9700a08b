"""Who stands at the top of the front page."""

from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from edge.stamps import touch
from posts.keys import lead_key
from posts.models import Lead, Post
from posts.rights import require_permission
from posts.signals import post_changed

from .lock import lock


@transaction.atomic
def pin_post(post: Post, *, by: AbstractBaseUser | None) -> Post:
    """Make a public post the lead of its front page, in place of the one before.

    Its text stays as it is: no Revision is written, and no feed changes.
    """
    require_permission(by, "publish_post")
    lock(post)
    if not post.is_public(timezone.now()):
        raise ValidationError(_("Only what readers can see can lead the front page."))
    Lead.objects.update_or_create(publication=post.publication, defaults={"post": post})
    _tell(post, "pin")
    return post


@transaction.atomic
def unpin_post(post: Post, *, by: AbstractBaseUser | None) -> Post:
    """Let the newest post lead again, if this one does."""
    require_permission(by, "publish_post")
    lock(post)
    if Lead.objects.filter(post=post).delete()[0]:
        _tell(post, "unpin")
    return post


def _tell(post: Post, action: str) -> None:
    keys = frozenset({lead_key(post.publication_id)})
    touch(keys)
    transaction.on_commit(
        partial(
            post_changed.send,
            sender=Post,
            post_id=post.pk,
            action=action,
            keys=keys,
            paths=frozenset[str](),
        )
    )
