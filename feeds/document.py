"""One document of a feed: the part of a scope that one address serves, and what it leads to."""

from dataclasses import dataclass
from datetime import datetime

from posts.models import Post
from publication.addresses import absolute

from .archive import Month
from .scope import Scope

ENTRIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a format writes.

    `path` is the document's own, percent-encoded, with its query if it has one. `current` is the
    address of the feed that an archive belongs to, "" for the feed itself; `newer` and `older` lead
    to the archives beside it (RFC 5005), "" where there is none. `since` narrows it to what changed
    after a time (RFC 3229). `posts` come from `for_syndication`.
    """

    scope: Scope
    path: str
    posts: list[Post]
    current: str = ""
    newer: str = ""
    older: str = ""
    since: datetime | None = None
    hubs: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its own address."""
        return absolute(self.path)

    def entries(self) -> list[Post]:
        """Its posts, newest first; with `since`, only those that changed after it."""
        if self.since is None:
            return self.posts
        return [post for post in self.posts if post.modified_at > self.since]


def archive_path(scope: Scope, month: Month, suffix: str) -> str:
    """Where a month of a scope lies: `/en/tags/ai/archive/2026-04.xml`."""
    return f"{scope.path}archive/{month}.{suffix}"
