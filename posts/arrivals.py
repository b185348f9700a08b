"""What an importer hands over: a post as another system has it, in plain values."""

from dataclasses import dataclass
from datetime import datetime

from publication.outcome import Outcome

from .content import PostContent
from .models import Post
from .workflow import Status

__all__ = ["Arrival", "Outcome", "Taken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A post to be taken in by `posts.actions.import_posts`.

    `key` is by what it is known when it comes again: `hugo:content/en/posts/tech/chips.md`. Dates
    are aware. `stage` is draft, published (in the future: scheduled) or withdrawn; only the last
    two have a `guid`. `translation` is what its translations share over there, "" for nothing.
    `old_paths` lead to it from now on: decoded, `/2019/chips.html`. `markdown` is what the body was
    made of, "" where it is not known.
    """

    name: str
    key: str
    language: str
    content: PostContent
    stage: Status = Status.PUBLISHED
    guid: str = ""
    guid_is_permalink: bool = False
    published_at: datetime | None = None
    updated_at: datetime | None = None
    withdraw_at: datetime | None = None
    translation: str = ""
    old_paths: tuple[str, ...] = ()
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an arrival: the post (None where it was refused), and why in one line."""

    arrival: Arrival
    post: Post | None
    outcome: Outcome
    why: str = ""
