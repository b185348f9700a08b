"""The dates of a post as an editor sets them."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final, Literal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from posts.models import Post
from posts.models.reach import EARLIEST, LATEST
from posts.workflow import ONCE_PUBLIC, Status


class _Kept(Enum):
    KEPT = "kept"


KEPT: Final = _Kept.KEPT
"""No new date: the post keeps the one it has."""

type NewDate = datetime | Literal[_Kept.KEPT] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Until when nobody may publish a post, and when it is taken away from readers by itself."""

    embargo_until: NewDate = KEPT
    withdraw_at: NewDate = KEPT

    def change(self, post: Post) -> bool:
        """Whether they differ from what a post has."""
        return self.embargo_until not in (KEPT, post.embargo_until) or self.withdraw_at not in (
            KEPT,
            post.withdraw_at,
        )


UNLIMITED: Final = Limits()


def require_in_reach(**dates: NewDate) -> None:
    """Refuse dates that are a slip of the pen: each goes by the name of its field."""
    for field, at in dates.items():
        if isinstance(at, datetime) and not EARLIEST <= at < LATEST:
            message = _("Write a year between %(first)s and %(last)s.")
            values = {"first": EARLIEST.year, "last": LATEST.year - 1}
            raise ValidationError({field: message % values})


def set_date(post: Post, at: NewDate) -> None:
    """Give a post an aware date, or none; it is not saved yet. Raises ValidationError.

    What readers saw keeps a date in the past, what is scheduled one in the future.
    """
    if at is KEPT or at == post.published_at:
        return
    require_in_reach(published_at=at)
    if post.status == Status.SCHEDULED and (at is None or at <= timezone.now()):
        raise ValidationError({"published_at": _("Choose a time in the future.")})
    if post.status in ONCE_PUBLIC and (at is None or at > timezone.now()):
        raise ValidationError({"published_at": _("A published post has a date in the past.")})
    post.published_at = at


def set_limits(post: Post, limits: Limits) -> None:
    """Give a post its embargo and its end; it is not saved yet. Raises ValidationError."""
    require_in_reach(embargo_until=limits.embargo_until, withdraw_at=limits.withdraw_at)
    if limits.embargo_until is not KEPT:
        post.embargo_until = limits.embargo_until
    if limits.withdraw_at not in (KEPT, post.withdraw_at):
        if limits.withdraw_at is not None and limits.withdraw_at <= timezone.now():
            raise ValidationError({"withdraw_at": _("Choose a time in the future.")})
        post.withdraw_at = limits.withdraw_at
    out = post.published_at
    if post.withdraw_at is not None and out is not None and post.withdraw_at <= out:
        raise ValidationError({"withdraw_at": _("It is withdrawn before it is published.")})
    if post.status == Status.SCHEDULED and out is not None:
        require_no_embargo(post, out)


def require_no_embargo(post: Post, at: datetime) -> None:
    """Refuse to let a post out at an aware time, if there is an embargo on it still."""
    until = post.embargo_until
    if post.was_public or until is None or at >= until:
        return
    shown = date_format(timezone.localtime(until, post.publication.zone), "DATETIME_FORMAT")
    message = _("It is under embargo until %(until)s (%(zone)s).")
    values = {"until": shown, "zone": post.publication.time_zone}
    raise ValidationError({"published_at": message % values})
