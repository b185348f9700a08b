"""All checks of posts for feeds. A new one: a file beside this one, a line here."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from posts.checks import Remark
from posts.models import Post

from .anchors import anchor_without_target
from .dead_links import dead_link
from .embeds import embed
from .entry import Entry
from .guid import duplicate_guid
from .headings import headings_out_of_order
from .images import insecure_image, lost_picture, missing_alt
from .own_links import dead_own_link
from .relative import relative_link
from .size import large_entry
from .summary import empty_summary
from .title import long_title

CHECKS: Final[tuple[Callable[[Entry], Iterator[Remark]], ...]] = (
    long_title,
    empty_summary,
    large_entry,
    duplicate_guid,
    relative_link,
    anchor_without_target,
    dead_own_link,
    dead_link,
    missing_alt,
    insecure_image,
    lost_picture,
    embed,
    headings_out_of_order,
)
CODES: Final = (
    "long-title",
    "empty-summary",
    "large-entry",
    "duplicate-guid",
    "relative-link",
    "anchor-without-target",
    "dead-link",
    "missing-alt",
    "empty-alt",
    "insecure-image",
    "lost-picture",
    "embed",
    "media",
    "heading-order",
)
# Whoever has ten pictures without a text knows by then.
_MOST_OF_A_KIND: Final = 10


def remarks_for_feeds(post: Post) -> Iterator[Remark]:
    """What would hurt a post in a feed, as far as can be told without fetching anything."""
    entry = Entry(post)
    for check in CHECKS:
        yield from islice(check(entry), _MOST_OF_A_KIND)
