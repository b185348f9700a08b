"""From a button pressed to the actions that it stands for."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from posts.actions import (
    KEPT,
    UNLIMITED,
    Limits,
    NewDate,
    change_correction,
    correct_post,
    create_post,
    discard_draft,
    pin_post,
    publish_post,
    redraft_post,
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
from posts.workflow import Status
from posts.working import working_content
from publication.models import Publication

from .verbs import SAVE

_MOVES = {
    "submit": submit_post,
    "return": return_post,
    "publish": publish_post,
    "withdraw": withdraw_post,
    "discard": discard_draft,
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
    # When a newer draft goes out, if it is to be scheduled.
    publish_at: datetime | None = None
    limits: Limits = UNLIMITED
    is_significant: bool = False
    note: str = ""
    corrections: tuple[CorrectionOrder, ...] = ()


def begin(
    publication: Publication,
    order: Order,
    *,
    by: AbstractBaseUser,
    form_key: uuid.UUID | None = None,
) -> Post:
    """Make a post as ordered. The caller holds a transaction, here and below."""
    at = order.published_at if isinstance(order.published_at, datetime) else None
    post = create_post(publication, order.content, by=by, published_at=at, form_key=form_key)
    if order.limits.change(post):
        save_post(post, working_content(post), limits=order.limits, by=by)
    _move(post, order, by=by)
    return post


def change(post: Post, order: Order, *, by: AbstractBaseUser) -> bool:
    """Do with a post as ordered; whether anything was left to do.

    The text goes along with every verb, so that nothing typed is lost; where none was changed,
    none is saved. That of a post which readers have seen becomes its newer draft, which they see
    when it is published.
    """
    if order.corrections and post.status == Status.PUBLISHED and order.verb != "publish":
        message = _("Readers see a correction at once: publish it, or leave it out for now.")
        raise ValidationError(message)
    is_edited = _is_edited(post, order)
    if is_edited:
        write = redraft_post if post.was_public else save_post
        write(
            post,
            order.content,
            by=by,
            significant=order.is_significant,
            published_at=order.published_at,
            limits=order.limits,
            note=order.note if order.verb == SAVE else "",
        )
    is_moved = _move(post, order, by=by)
    for correction in order.corrections:
        _put_right(post, correction, by=by)
    return is_edited or is_moved or bool(order.corrections)


def _is_edited(post: Post, order: Order) -> bool:
    draft = post.draft
    dated = (draft.published_at if draft is not None else None) or post.published_at
    return (
        order.is_significant != (draft is not None and draft.is_significant)
        or order.published_at not in (KEPT, dated)
        or order.limits.change(post)
        or cleaned(order.content) != working_content(post)
    )


def _put_right(post: Post, order: CorrectionOrder, *, by: AbstractBaseUser) -> None:
    if order.correction is None:
        correct_post(post, order.text, by=by, at=order.at)
        return
    order.correction.post = post
    if order.is_taken_back:
        remove_correction(order.correction, by=by)
    else:
        change_correction(order.correction, order.text, by=by, at=order.at)


def _move(post: Post, order: Order, *, by: AbstractBaseUser) -> bool:
    """Move a post as ordered; whether it did."""
    if order.verb in _PINS:
        _PINS[order.verb](post, by=by)
    elif order.verb == "schedule" or _is_put_off(post, order):
        at = order.publish_at if post.was_public else post.published_at
        if at is None:
            field = "publish_at" if post.was_public else "published_at"
            raise ValidationError({field: _("Choose a time in the future.")})
        schedule_post(post, at, by=by, note=order.note)
    elif order.verb == SAVE or (order.verb == "publish" and post.stage == Status.PUBLISHED):
        return False
    else:
        _MOVES[order.verb](post, by=by, note=order.note)
    return True


def _is_put_off(post: Post, order: Order) -> bool:
    """Whether a newer draft that is scheduled is saved with another time."""
    draft = post.draft
    if order.verb != SAVE or draft is None or draft.stage != Status.SCHEDULED:
        return False
    return order.publish_at is not None and order.publish_at != draft.publish_at
