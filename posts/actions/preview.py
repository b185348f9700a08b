"""The verbs on the addresses under which others read what is not published."""

from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.models import Post, PreviewLink
from posts.rights import require
from posts.workflow import Right

LONGEST: Final = timedelta(days=90)


@transaction.atomic
def open_preview(
    post: Post, until: datetime, *, by: AbstractBaseUser | None, note: str = ""
) -> PreviewLink:
    """Make a link to the newest text of a post, which ends at an aware time within 90 days."""
    require(by, Right.CHANGE, post)
    now = timezone.now()
    if not now < until <= now + LONGEST:
        message = _("Choose an end within %(days)s days.") % {"days": LONGEST.days}
        raise ValidationError({"expires_at": message})
    link = PreviewLink(post=post, note=note, expires_at=until, by_id=by.pk if by else None)
    link.full_clean(exclude=["by"])
    link.save()
    return link


@transaction.atomic
def close_preview(link: PreviewLink, *, by: AbstractBaseUser | None) -> None:
    """End a link now."""
    require(by, Right.CHANGE, link.post)
    link.delete()
