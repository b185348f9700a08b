"""The workflow of a post as data: its statuses, and who may move it where.

A post that readers have seen can have a newer draft, with a stage of its own: draft, in review or
scheduled. Readers keep the text that they have until it is published. What `stage` says below is
where the newest text stands: the newer draft's stage, or else the status of the post.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Right(StrEnum):
    """What an action takes: the permission `posts.<right>_post`, or on one's own post
    `posts.<right>_own_post`.
    """

    CHANGE = "change"
    PUBLISH = "publish"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Transition:
    """One way from stage to stage."""

    name: str
    sources: frozenset[Status]
    target: Status
    right: Right


TRANSITIONS: Final = (
    Transition("submit", frozenset({Status.DRAFT}), Status.IN_REVIEW, Right.CHANGE),
    Transition("return", frozenset({Status.IN_REVIEW}), Status.DRAFT, Right.CHANGE),
    # What is scheduled was approved: taking that back is for those who may approve.
    Transition("return", frozenset({Status.SCHEDULED}), Status.DRAFT, Right.PUBLISH),
    Transition(
        "schedule",
        frozenset({Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED}),
        Status.SCHEDULED,
        Right.PUBLISH,
    ),
    Transition(
        "publish",
        frozenset({Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED, Status.WITHDRAWN}),
        Status.PUBLISHED,
        Right.PUBLISH,
    ),
    Transition("withdraw", frozenset({Status.PUBLISHED}), Status.WITHDRAWN, Right.PUBLISH),
)
NAMES: Final = tuple(dict.fromkeys(way.name for way in TRANSITIONS))

# What it takes to write a text, by the stage of the one that it replaces. In the place of what
# readers saw a newer draft is written.
WRITING: Final[dict[str, Right]] = {
    Status.DRAFT: Right.CHANGE,
    Status.IN_REVIEW: Right.CHANGE,
    # It goes out unseen.
    Status.SCHEDULED: Right.PUBLISH,
    Status.PUBLISHED: Right.CHANGE,
    Status.WITHDRAWN: Right.CHANGE,
}

# What readers saw at some time: it has a date, a guid and a section for ever.
ONCE_PUBLIC: Final = (Status.PUBLISHED, Status.WITHDRAWN)


def transition(name: str, *, status: str, stage: str) -> Transition | None:
    """The transition of a name that is open to a post; `stage` is that of its newest text."""
    # It is what readers see that is withdrawn, not what is written meanwhile.
    state = status if name == "withdraw" else stage
    return next((way for way in TRANSITIONS if way.name == name and state in way.sources), None)


def open_transitions(*, status: str, stage: str) -> list[Transition]:
    """The transitions that are open to a post, in the order of the table."""
    ways = (transition(name, status=status, stage=stage) for name in NAMES)
    return [way for way in ways if way is not None]
