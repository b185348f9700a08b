"""One document of a feed: the part of a scope that one address serves, and what it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from edge.validators import EPOCH
from posts.models import Post
from posts.models.queryset import PostQuerySet
from publication.addresses import absolute

from .archive import Month
from .scope import Scope

ENTRIES = 50
REMOVALS = 20

type Removal = tuple[str, datetime]
"""The guid of a post that was taken back, and when it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a format writes.

    `path` is the document's own, percent-encoded, with its query if it has one. `current` is the
    address of the feed that an archive belongs to, "" for the feed itself; `newer` and `older` lead
    to the archives beside it (RFC 5005), "" where there is none. `since` narrows it to what changed
    after a time (RFC 3229). `posts` come from `for_syndication`, `withdrawn` from `removals_in`.
    `changed_at` is when its stamps say that it changed.
    """

    scope: Scope
    path: str
    posts: list[Post]
    current: str = ""
    newer: str = ""
    older: str = ""
    since: datetime | None = None
    hubs: tuple[str, ...] = ()
    withdrawn: list[Removal] = field(default_factory=list)
    changed_at: datetime = EPOCH

    @property
    def address(self) -> str:
        """Its own address."""
        return absolute(self.path)

    @property
    def updated(self) -> datetime:
        """When the newest of the changes that it tells of was made; never moved by the clock."""
        told = [post.updated_at or post.published_at for post in self.posts]
        times = [*filter(None, told), *(when for _guid, when in self.withdrawn)]
        return max(times, default=self.changed_at).astimezone(self.scope.publication.zone)

    def entries(self) -> list[Post]:
        """Its posts, newest first; with `since`, only those that changed after it."""
        if self.since is None:
            return self.posts
        return [post for post in self.posts if post.modified_at > self.since]

    def removals(self) -> list[Removal]:
        """The posts that were taken back, latest first; with `since`, only those after it."""
        return [it for it in self.withdrawn if self.since is None or it[1] > self.since]

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """(relation, address) of the documents beside it (RFC 5005 §4)."""
        named = (
            ("current", self.current),
            ("prev-archive", self.older),
            ("next-archive", self.newer),
        )
        yield from ((relation, absolute(path)) for relation, path in named if path)


def removals_in(withdrawn: PostQuerySet) -> list[Removal]:
    """The latest removals of a scope, in one query."""
    rows = withdrawn.values_list("guid", "modified_at")[:REMOVALS]
    return [(guid, when) for guid, when in rows if guid]


def archive_path(scope: Scope, month: Month, suffix: str) -> str:
    """Where a month of a scope lies: `/en/tags/ai/archive/2026-04.xml`."""
    return f"{scope.path}archive/{month}.{suffix}"
