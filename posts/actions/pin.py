"""Who stands at the top of the front page."""

from datetime import datetime
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
from publication.models import Publication

from .dates import require_in_reach
from .lock import lock


@transaction.atomic
def pin_post(
    post: Post,
    *,
    by: AbstractBaseUser | None,
    place: int = 0,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Post:
    """Put a public post at a place of its front page, the lead by default, in that one's stead.

    From an aware time on or now; until another, or until it is unpinned. Its text stays as it is:
    no Revision is written, and no feed changes.
    """
    require_permission(by, "publish_post")
    require_in_reach(starts_at=starts_at, ends_at=ends_at)
    now = timezone.now()
    _hold(post.publication_id)
    lock(post)
    if not post.is_public(now):
        raise ValidationError(_("Only what readers can see can lead the front page."))
    if ends_at is not None and ends_at <= now:
        raise ValidationError({"ends_at": _("Choose a time in the future.")})
    is_shown = starts_at is None or starts_at <= now
    lead = Lead(
        publication=post.publication,
        post=post,
        place=place,
        starts_at=None if is_shown else starts_at,
        ends_at=ends_at,
        is_shown=is_shown,
    )
    Lead.objects.filter(post=post).delete()
    if is_shown:
        _clear(lead)
    lead.full_clean(validate_unique=False)
    lead.save()
    _tell(post, "pin")
    return post


@transaction.atomic
def unpin_post(post: Post, *, by: AbstractBaseUser | None) -> Post:
    """Let the newest post stand where this one does, if it is pinned."""
    require_permission(by, "publish_post")
    _hold(post.publication_id)
    lock(post)
    if Lead.objects.filter(post=post).delete()[0]:
        _tell(post, "unpin")
    return post


@transaction.atomic
def turn_leads(now: datetime) -> None:
    """Show the pins whose time has come, and take away those whose time is over."""
    for lead in Lead.objects.filter(ends_at__lte=now).select_related("post"):
        lead.delete()
        _tell(lead.post, "unpin")
    waiting = Lead.objects.filter(is_shown=False, starts_at__lte=now)
    for lead in waiting.select_related("post").order_by("starts_at", "pk"):
        _hold(lead.publication_id)
        _clear(lead)
        lead.is_shown = True
        lead.save(update_fields=["is_shown"])
        _tell(lead.post, "pin")


def _hold(language: str) -> None:
    """One at a time changes a front page."""
    list(Publication.objects.select_for_update().filter(code=language).values_list("pk"))


def _clear(lead: Lead) -> None:
    """Take away who stands at the place of a pin."""
    there = Lead.objects.filter(publication_id=lead.publication_id, place=lead.place, is_shown=True)
    there.exclude(pk=lead.pk).delete()


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
