"""From a button pressed to the actions that it stands for."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from posts.actions import (
    KEPT,
    NewDate,
    change_correction,
    correct_post,
    create_post,
    pin_post,
    publish_post,
    remove_correction,
    return_post,
    save_post,
    schedule_post,
    submit_post,
    unpin_post,
    withdraw_post,
)
from posts.clean import cleaned
from posts.content import PostContent
from posts.models import Correction, Post
from posts.snapshot import content_of
from publication.models import Publication

from .verbs import SAVE

_MOVES = {
    "submit": submit_post,
    "return": return_post,
    "publish": publish_post,
    "withdraw": withdraw_post,
}
_PINS = {"pin": pin_post, "unpin": unpin_post}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionOrder:
    """What an editor wants said, instead of what a `correction` says, or as a new one."""

    correction: Correction | None = None
    text: str = ""
    at: datetime | None = None
    is_taken_back: bool = False

    @property
    def action(self) -> str:
        """What the revision will call it (`verbs.DONE`)."""
        if self.correction is None:
            return "correct"
        return "remove correction" if self.is_taken_back else "change correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What an editor wants done: `verb` is one of `verbs.VERBS`; the rest is what they typed."""

    verb: str
    content: PostContent
    published_at: NewDate = KEPT
    is_significant: bool = False
    note: str = ""
    corrections: tuple[CorrectionOrder, ...] = ()


def begin(publication: Publication, order: Order, *, by: AbstractBaseUser) -> Post:
    """Make a post as ordered. The caller holds a transaction, here and below."""
    at = order.published_at if isinstance(order.published_at, datetime) else None
    post = create_post(publication, order.content, by=by, published_at=at)
    return _move(post, order, by=by)


def change(post: Post, order: Order, *, by: AbstractBaseUser) -> bool:
    """Do with a post as ordered; whether anything was left to do.

    The text goes along with every verb, so that nothing typed is lost; where none was changed,
    none is saved.
    """
    is_edited = (
        order.is_significant
        or order.published_at not in (KEPT, post.published_at)
        or cleaned(order.content) != content_of(post)
    )
    if is_edited:
        save_post(
            post,
            order.content,
            by=by,
            significant=order.is_significant,
            published_at=order.published_at,
            note=order.note if order.verb == SAVE else "",
        )
    _move(post, order, by=by)
    for correction in order.corrections:
        _put_right(post, correction, by=by)
    return is_edited or order.verb != SAVE or bool(order.corrections)


def _put_right(post: Post, order: CorrectionOrder, *, by: AbstractBaseUser) -> None:
    if order.correction is None:
        correct_post(post, order.text, by=by, at=order.at)
        return
    order.correction.post = post
    if order.is_taken_back:
        remove_correction(order.correction, by=by)
    else:
        change_correction(order.correction, order.text, by=by, at=order.at)


def _move(post: Post, order: Order, *, by: AbstractBaseUser) -> Post:
    if order.verb == SAVE:
        return post
    if order.verb in _PINS:
        return _PINS[order.verb](post, by=by)
    if order.verb == "schedule":
        if post.published_at is None:
            raise ValidationError({"published_at": _("Choose a time in the future.")})
        return schedule_post(post, post.published_at, by=by, note=order.note)
    return _MOVES[order.verb](post, by=by, note=order.note)
