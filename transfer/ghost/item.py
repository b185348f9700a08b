"""From a row of Ghost's posts to a post or a page. Pure."""

import re
from datetime import UTC, datetime
from typing import Final

from posts.arrivals import Arrival
from posts.content import PostContent
from posts.models.address import SLUG
from posts.workflow import Status
from safeguards.text import plain_text

from .document import Row, key, text
from .index import Index

# What Ghost writes in the place of the site's own address.
SITE: Final = "__GHOST_URL__"
_LONGEST_SLUG: Final = 200
_EXCERPT: Final = 500
_ENOUGH: Final = 8_000
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def is_page(row: Row) -> bool:
    """Older versions say so in a column of their own."""
    return text(row, "type") == "page" or row.get("page") in (1, True)


def is_open(row: Row) -> bool:
    """Whether everybody could read it, or will be able to."""
    for_all = text(row, "visibility") in ("", "public")
    return text(row, "status") in ("published", "scheduled") and for_all


def html_of(row: Row, site: str) -> str:
    """The body as Ghost rendered it, its own addresses as paths of `site`."""
    return _COMMENT.sub("", text(row, "html").replace(SITE, site)).strip()


def arrival_of(
    row: Row, html: str, index: Index, language: str, section: str, *, picture: str, caption: str
) -> Arrival:
    """The post that a row is."""
    number = key(row, "id")
    tags = [index.tags[one] for one in index.tags_of.get(number, ()) if one in index.tags]
    names = tuple(dict.fromkeys(tag.name for tag in tags if not tag.is_internal))
    people = index.authors_of.get(number) or [key(row, "author_id")]
    authors = tuple(name for one in people if (name := index.users.get(one, ("", ""))[0]))
    published, updated = date_of(row, "published_at"), date_of(row, "updated_at")
    shown = is_open(row)
    is_late = published is not None and updated is not None and updated > published
    slug = text(row, "slug")
    return Arrival(
        name=name_of(row),
        key=f"ghost:{text(row, 'uuid') or number}",
        language=language,
        content=PostContent(
            title=plain_text(text(row, "title")) or slug or "Untitled",
            slug=slug if _is_slug(slug) else "",
            section=section,
            summary=text(row, "custom_excerpt").strip() or _beginning(row, html),
            body=html,
            tags=names,
            authors=tuple(dict.fromkeys(authors)),
            picture=picture,
            picture_caption=plain_text(caption) if picture else "",
        ),
        stage=Status.PUBLISHED if shown else Status.DRAFT,
        # In Ghost's own feed an entry goes by the number that it was made with.
        guid=(text(row, "comment_id") or number) if shown else "",
        published_at=published,
        updated_at=updated if shown and is_late else None,
        old_paths=(f"/{slug}/",) if shown and slug else (),
    )


def name_of(row: Row) -> str:
    """How a report calls it."""
    return plain_text(text(row, "title")) or text(row, "slug") or f"number {key(row, 'id')}"


def date_of(row: Row, name: str) -> datetime | None:
    """A date: ISO 8601, or in older versions milliseconds since 1970; None for anything else."""
    value = row.get(name)
    try:
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value / 1000, UTC)
        if isinstance(value, str) and value:
            found = datetime.fromisoformat(value)
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _is_slug(text: str) -> bool:
    return len(text) <= _LONGEST_SLUG and re.fullmatch(SLUG, text) is not None


def _beginning(row: Row, html: str) -> str:
    """What Ghost says of a post where nobody wrote an excerpt."""
    plain = plain_text(text(row, "plaintext") or html[:_ENOUGH])
    if len(plain) <= _EXCERPT:
        return plain
    return plain[:_EXCERPT].rpartition(" ")[0] + "…"
