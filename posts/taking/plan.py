"""An arrival on its way to be a post: what is found out of it, step by step."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from uuid import UUID

from django.core.exceptions import ValidationError

from posts.arrivals import Arrival, Outcome, Taken
from posts.content import PostContent
from posts.models import Author, Post, Provenance, Revision
from posts.workflow import Status
from publication.models import Publication

# What is known by its guid alone: it came in a feed, which says less than the site behind it.
BY_GUID = "guid:"
# To be raised when the same arrival would be stored otherwise: all are then looked at again.
_RULES = 1


@dataclass(slots=True)
class Plan:
    """What is to become of an arrival.

    `post` is a new one, or the one that is here already. `outcome` is None while it is open.
    """

    arrival: Arrival
    digest: str
    publication: Publication | None = None
    post: Post | None = None
    provenance: Provenance | None = None
    # What the last import of a post that is here stored.
    last_content: PostContent | None = None
    # The one that holds what it is now, the last import's or a new one.
    revision: Revision | None = None
    # Clean, with no synonyms of terms; tags and categories by the slugs that labels share.
    content: PostContent = field(default_factory=partial(PostContent, title=""))
    tags: dict[str, list[str]] = field(default_factory=dict)
    categories: dict[str, list[str]] = field(default_factory=dict)
    authors: list[Author] = field(default_factory=list)
    status: Status = Status.DRAFT
    slug: str = ""
    translation_key: UUID | None = None
    outcome: Outcome | None = None
    # Whether its post is as it arrives already.
    is_same: bool = False
    has_new_paths: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        return self.arrival.language

    @property
    def stored(self) -> PostContent:
        """What a snapshot of the post will hold, but for the publishers of its citations."""
        return replace(
            self.content,
            slug=self.slug,
            categories=tuple(group[0] for group in self.categories.values()),
            tags=self.stored_tags,
            authors=tuple(author.name for author in self.authors),
        )

    @property
    def stored_tags(self) -> tuple[str, ...]:
        return tuple(label for group in self.tags.values() for label in group)

    @property
    def is_known(self) -> bool:
        return self.post is not None and self.post.pk is not None

    @property
    def the_post(self) -> Post:
        """Its post, which it has from the step on that finds or begins it."""
        if self.post is None:
            raise ValueError(f"There is no post of {self.arrival.key} yet.")
        return self.post

    def end(self, outcome: Outcome, why: str = "") -> None:
        """Say what has become of it; further steps pass it over."""
        self.outcome = outcome
        self.notes.extend([why] if why else [])

    def refuse(self, error: ValidationError | str) -> None:
        why = error if isinstance(error, str) else " ".join(error.messages)
        self.post = None
        self.end(Outcome.REFUSED, " ".join(why.split()))

    def taken(self) -> Taken:
        """What is told of it at the end."""
        if self.outcome is None:
            raise ValueError(f"Nothing has become of {self.arrival.key} yet.")
        return Taken(self.arrival, self.post, self.outcome, " ".join(self.notes))


def plans_of(arrivals: Iterable[Arrival]) -> list[Plan]:
    return [Plan(arrival, digest_of(arrival)) for arrival in arrivals]


def still_open(plans: Iterable[Plan]) -> list[Plan]:
    return [plan for plan in plans if plan.outcome is None]


def each(plans: Iterable[Plan], step: Callable[[Plan], None]) -> None:
    """Take a step with each plan that is open; one that it refuses stops no other."""
    for plan in still_open(plans):
        try:
            step(plan)
        except ValidationError as error:
            plan.refuse(error)


def digest_of(arrival: Arrival) -> str:
    """Of all that an arrival says, but how it is named in reports."""
    said = [
        _RULES,
        arrival.key,
        arrival.language,
        arrival.content.as_json(),
        arrival.stage,
        arrival.guid,
        arrival.guid_is_permalink,
        *map(str, (arrival.published_at, arrival.updated_at, arrival.withdraw_at)),
        arrival.translation,
        arrival.old_paths,
        arrival.markdown,
    ]
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def digest_of_body(body: str) -> str:
    """By which a stored body is known to be the one that an import made."""
    return sha256(body.encode()).hexdigest()
