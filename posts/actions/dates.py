"""The publication date as an editor sets it."""

from datetime import datetime
from enum import Enum
from typing import Final, Literal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.models import Post
from posts.workflow import ONCE_PUBLIC, Status


class _Kept(Enum):
    KEPT = "kept"


KEPT: Final = _Kept.KEPT
"""No new date: the post keeps the one it has."""

type NewDate = datetime | Literal[_Kept.KEPT] | None


def set_date(post: Post, at: NewDate) -> None:
    """Give a post an aware date, or none; it is not saved yet. Raises ValidationError.

    What readers saw keeps a date in the past, what is scheduled one in the future.
    """
    if at is KEPT or at == post.published_at:
        return
    if post.status == Status.SCHEDULED and (at is None or at <= timezone.now()):
        raise ValidationError({"published_at": _("Choose a time in the future.")})
    if post.status in ONCE_PUBLIC and (at is None or at > timezone.now()):
        raise ValidationError({"published_at": _("A published post has a date in the past.")})
    post.published_at = at
