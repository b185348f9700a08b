"""The workflow of a post as data: its statuses, and who may move it where."""

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


@dataclass(frozen=True, slots=True)
class Transition:
    """One way from status to status: `permission` is the one of `posts` that it takes."""

    sources: frozenset[Status]
    target: Status
    permission: str


TRANSITIONS: Final[dict[str, Transition]] = {
    "submit": Transition(frozenset({Status.DRAFT}), Status.IN_REVIEW, "change_post"),
    "return": Transition(
        frozenset({Status.IN_REVIEW, Status.SCHEDULED}), Status.DRAFT, "change_post"
    ),
    "schedule": Transition(
        frozenset({Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED}),
        Status.SCHEDULED,
        "publish_post",
    ),
    "publish": Transition(
        frozenset({Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED, Status.WITHDRAWN}),
        Status.PUBLISHED,
        "publish_post",
    ),
    "withdraw": Transition(frozenset({Status.PUBLISHED}), Status.WITHDRAWN, "publish_post"),
}

# What readers saw at some time: it has a date, a guid and a section for ever.
ONCE_PUBLIC: Final = (Status.PUBLISHED, Status.WITHDRAWN)


def open_transitions(status: str) -> list[str]:
    """The names of the transitions that lead away from a status."""
    return [name for name, way in TRANSITIONS.items() if status in way.sources]
