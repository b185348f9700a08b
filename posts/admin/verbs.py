"""What an editor can do with a post, in words that say what will happen."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from posts.clock import clock
from posts.models import Lead, Post
from posts.rights import User, may
from posts.workflow import NAMES, ONCE_PUBLIC, Status, Transition, open_transitions

SAVE = "save"
VERBS = (SAVE, *NAMES, "discard", "pin", "unpin")

type Label = str | Promise

_SAVE: dict[str, Label] = {
    Status.DRAFT: _("Save draft"),
    Status.PUBLISHED: _("Save as a draft: readers keep what they see"),
    Status.WITHDRAWN: _("Save as a draft"),
}
_MOVE: dict[str, Label] = {
    "submit": _("Submit for review"),
    "return": _("Return to draft"),
    "schedule": _("Schedule for the publication date"),
    "publish": _("Publish now"),
    "withdraw": _("Withdraw from the site"),
    "discard": _("Discard the newer draft"),
    "pin": _("Pin to the top of the front page"),
    "unpin": _("Unpin from the top of the front page"),
}
_MOVE_FROM: dict[tuple[str, str], Label] = {
    ("return", Status.IN_REVIEW): _("Send back to the author"),
    ("return", Status.SCHEDULED): _("Unschedule: a draft again"),
    ("schedule", Status.SCHEDULED): _("Schedule for the date above"),
    ("publish", Status.WITHDRAWN): _("Publish again"),
    ("publish", Status.PUBLISHED): _("Publish the changes now"),
    ("schedule", Status.PUBLISHED): _("Schedule the changes"),
    ("submit", Status.PUBLISHED): _("Submit the changes for review"),
}
_AGAIN_WITH_DRAFT: Label = _("Publish again, with the newer draft")
# What is asked before readers lose something, get it back, or a text is thrown away.
_ASKS: dict[str, Label] = {
    "withdraw": _("Readers no longer find it: its address will say that it is gone."),
    "discard": _(
        "The newer draft goes, and what is typed here and not saved. Its revisions stay, and can "
        "be restored."
    ),
}
_ASKS_AGAIN: Label = _("It was withdrawn. Readers will find it at its address again.")
_ASKS_AGAIN_WITH_DRAFT: Label = _(
    "It was withdrawn. Readers will find it again, with the newer draft, which none of them has "
    "seen."
)
# What a revision says was done.
DONE: dict[str, Label] = {
    "create": _("written"),
    "save": _("saved"),
    "submit": _("submitted for review"),
    "return": _("returned to draft"),
    "schedule": _("scheduled"),
    "publish": _("published"),
    "withdraw": _("withdrawn"),
    "discard": _("newer draft discarded"),
    "restore": _("restored"),
    "merge": _("tags merged"),
    "import": _("imported"),
    "join": _("linked with a version in another language"),
    "part": _("made a piece of its own"),
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
    "discard": _("its newer draft is discarded. What readers see is unchanged."),
    "pin": _("it leads the front page until you unpin it or pin another."),
    "unpin": _("it no longer leads the front page; the newest post does."),
}
# The same of a newer draft.
_TOLD_OF_DRAFT: dict[str, Label] = {
    "submit": _("the newer draft waits for review. Readers keep what they see."),
    "return": _("the newer draft is a draft again. Readers keep what they see."),
}


@dataclass(frozen=True, slots=True)
class Button:
    verb: str
    label: Label
    # The one that moves the post on, as far as this user may.
    is_main: bool = False
    # What a script asks first; "" where the button does what it says at once.
    asks: Label = ""


def buttons(user: User, post: Post | None) -> list[Button]:
    """What a user may do with a post, saving first: that is what the Enter key does."""
    status = post.status if post is not None else Status.DRAFT
    stage = post.stage if post is not None else Status.DRAFT
    ways = [way for way in _ways(status, stage) if may(user, way.right, post)]
    moves = [way.name for way in ways]
    if post is not None and post.draft is not None:
        moves.append("discard")
    if post is not None and post.is_public(timezone.now()):
        moves += _pins(user, post)
    main = next((name for name in ("publish", "submit") if name in moves), SAVE)
    return [
        Button(SAVE, _SAVE.get(stage, _("Save")), is_main=main == SAVE),
        *(
            Button(
                name,
                _label(name, status, stage),
                is_main=name == main,
                asks=_asks(name, status, stage),
            )
            for name in moves
        ),
    ]


def _ways(status: str, stage: str) -> list[Transition]:
    """What is open to a post; one that readers see gets a newer draft by what is typed."""
    if stage != Status.PUBLISHED:
        return open_transitions(status=status, stage=stage)
    typed = open_transitions(status=status, stage=Status.DRAFT)
    return [way for way in typed if way.name != "return"]


def _label(name: str, status: str, stage: str) -> Label:
    if name == "publish" and status == Status.WITHDRAWN and stage != status:
        return _AGAIN_WITH_DRAFT
    if (name, stage) in _MOVE_FROM:
        return _MOVE_FROM[name, stage]
    if status in ONCE_PUBLIC and stage != status:
        return _MOVE_FROM.get((name, Status.PUBLISHED), _MOVE[name])
    return _MOVE[name]


def _asks(name: str, status: str, stage: str) -> Label:
    if name == "publish" and status == Status.WITHDRAWN:
        return _ASKS_AGAIN if stage == status else _ASKS_AGAIN_WITH_DRAFT
    return _ASKS.get(name, "")


def _pins(user: User, post: Post) -> list[str]:
    if not user.has_perm("posts.publish_post"):  # type: ignore[union-attr]
        return []
    return ["unpin" if Lead.objects.filter(post=post).exists() else "pin"]


def told(verb: str, post: Post) -> str:
    """What has become of a post, said behind its headline."""
    draft = post.draft
    if verb == "schedule" or (draft is not None and draft.publish_at is not None):
        at = draft.publish_at if draft is not None else post.published_at
        return _scheduled(post, at) if at is not None else ""
    if draft is not None and verb == SAVE:
        return gettext("the newer draft is saved. Readers keep what they see.")
    if draft is not None and verb in _TOLD_OF_DRAFT:
        return str(_TOLD_OF_DRAFT[verb])
    if post.status == Status.PUBLISHED and verb == "publish":
        return gettext("it is published. Readers see it now.")
    return str(_TOLD.get(verb, _("it is saved.")))


def _scheduled(post: Post, at: datetime) -> str:
    values = {"when": clock(at, post), "zone": post.publication.time_zone}
    if post.was_public:
        return gettext("the newer draft will be published on %(when)s (%(zone)s).") % values
    return gettext("it will be published on %(when)s (%(zone)s).") % values
