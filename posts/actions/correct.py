"""The verbs that put something right in public: a correction is read where the mistake was."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.clean import lines
from posts.models import Correction, Post, Revision
from posts.rights import require
from posts.workflow import Right

from .dates import require_in_reach
from .lock import lock
from .record import record
from .trace import trace


@transaction.atomic
def correct_post(
    post: Post, text: str, *, by: AbstractBaseUser | None, at: datetime | None = None
) -> Correction:
    """Say on a post that was ever public what was wrong in it: plain text, at an aware time or now.

    It is a significant edit: feed readers get the entry again. The text of the post is changed by
    `save_post`.
    """
    require_in_reach(corrected_at=at)
    _hold(post, by)
    correction = Correction(
        post=post, text=lines(text), corrected_at=at or timezone.now(), by_id=by.pk if by else None
    )
    _store(correction, "correct", by=by)
    return correction


@transaction.atomic
def change_correction(
    correction: Correction, text: str, *, by: AbstractBaseUser | None, at: datetime | None = None
) -> Correction:
    """Put a correction right in its turn. Its date stays unless another is given."""
    require_in_reach(corrected_at=at)
    _hold(correction.post, by)
    _refresh(correction)
    correction.text = lines(text)
    correction.corrected_at = at or correction.corrected_at
    _store(correction, Revision.CHANGE_OF_CORRECTION, by=by)
    return correction


@transaction.atomic
def remove_correction(correction: Correction, *, by: AbstractBaseUser | None) -> None:
    """Take back a correction that was none. The revision keeps what it said."""
    post = correction.post
    _hold(post, by)
    _refresh(correction)
    before = trace(post)
    note = correction.text
    correction.delete()
    record(post, "remove correction", by=by, note=note, before=before)


def _hold(post: Post, by: AbstractBaseUser | None) -> None:
    lock(post)
    require(by, Right.PUBLISH, post)
    if not post.was_public:
        raise ValidationError(_("What was never published needs no correction."))


def _refresh(correction: Correction) -> None:
    try:
        correction.refresh_from_db(fields=["text", "corrected_at"])
    except Correction.DoesNotExist as error:
        raise ValidationError(_("The correction was removed meanwhile.")) from error


def _store(correction: Correction, action: str, *, by: AbstractBaseUser | None) -> None:
    post = correction.post
    correction.full_clean(exclude=["post", "by"])
    before = trace(post)
    correction.save()
    post.updated_at = timezone.now()
    post.save(update_fields=["updated_at", "modified_at"])
    record(post, action, by=by, note=correction.text, before=before)
