"""What an editor can do with a post, in words that say what will happen."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from posts.models import Lead, Post
from posts.workflow import TRANSITIONS, Status, open_transitions

SAVE = "save"
VERBS = (SAVE, *TRANSITIONS, "pin", "unpin")

type Label = str | Promise

_SAVE: dict[str, Label] = {
    Status.DRAFT: _("Save draft"),
    Status.PUBLISHED: _("Save: readers see it at once"),
}
_MOVE: dict[str, Label] = {
    "submit": _("Submit for review"),
    "return": _("Return to draft"),
    "schedule": _("Schedule for the publication date"),
    "publish": _("Publish now"),
    "withdraw": _("Withdraw from the site"),
    "pin": _("Pin to the top of the front page"),
    "unpin": _("Unpin from the top of the front page"),
}
_MOVE_FROM: dict[tuple[str, str], Label] = {
    ("schedule", Status.SCHEDULED): _("Schedule for the date above"),
    ("publish", Status.WITHDRAWN): _("Publish again"),
}
# What a revision says was done.
DONE: dict[str, Label] = {
    "create": _("written"),
    "save": _("saved"),
    "submit": _("submitted for review"),
    "return": _("returned to draft"),
    "schedule": _("scheduled"),
    "publish": _("published"),
    "withdraw": _("withdrawn"),
    "import": _("imported"),
    "pin": _("pinned to the top of the front page"),
    "unpin": _("unpinned from the top of the front page"),
    "correct": _("corrected"),
    "change correction": _("correction changed"),
    "remove correction": _("correction removed"),
}
_TOLD: dict[str, Label] = {
    "submit": _("it waits for review."),
    "return": _("it is a draft again."),
    "publish": _("it is published."),
    "withdraw": _("it is withdrawn. Its address says that it is gone."),
    "pin": _("it leads the front page until you unpin it or pin another."),
    "unpin": _("it no longer leads the front page; the newest post does."),
}


@dataclass(frozen=True, slots=True)
class Button:
    verb: str
    label: Label
    # The one that moves the post on, as far as this user may.
    is_main: bool = False


def buttons(user: AbstractBaseUser | AnonymousUser, post: Post | None) -> list[Button]:
    """What a user may do with a post, saving first: that is what the Enter key does."""
    status = post.status if post is not None else Status.DRAFT
    moves = [
        name
        for name in open_transitions(status)
        if user.has_perm(f"posts.{TRANSITIONS[name].permission}")  # type: ignore[union-attr]
        and (post is not None or name in {"submit", "schedule", "publish"})
    ]
    if post is not None and post.is_public(timezone.now()):
        moves += _pins(user, post)
    main = next((name for name in ("publish", "submit") if name in moves), SAVE)
    return [
        Button(SAVE, _SAVE.get(status, _("Save")), is_main=main == SAVE),
        *(
            Button(name, _MOVE_FROM.get((name, status), _MOVE[name]), is_main=name == main)
            for name in moves
        ),
    ]


def _pins(user: AbstractBaseUser | AnonymousUser, post: Post) -> list[str]:
    if not user.has_perm("posts.publish_post"):  # type: ignore[union-attr]
        return []
    return ["unpin" if Lead.objects.filter(post=post).exists() else "pin"]


def told(verb: str, post: Post) -> str:
    """What has become of a post, said behind its headline."""
    if verb == "schedule" and post.published_at is not None:
        local = timezone.localtime(post.published_at, post.publication.zone)
        when = date_format(local, "DATETIME_FORMAT")
        message = gettext("it will be published on %(when)s (%(zone)s).")
        return message % {"when": when, "zone": post.publication.time_zone}
    if post.status == Status.PUBLISHED and verb == SAVE:
        return gettext("it is saved. Readers see it now.")
    return str(_TOLD.get(verb, _("it is saved.")))
