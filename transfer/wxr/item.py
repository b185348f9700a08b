"""From an item of WXR to a post or a page. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from posts.arrivals import Arrival
from posts.content import PostContent
from posts.models.address import SLUG
from posts.workflow import Status
from safeguards.text import plain_text
from taxonomy.slugs import NoAddressError, slugify_term
from transfer.own_links import is_own, without_host

from .blocks import Shown, Uploads, shown
from .document import Element, encoded, text
from .index import Index

NO_CATEGORY: Final = "uncategorized"
SHOWN: Final = frozenset({"publish", "future"})
# Somebody wrote them; they are not public, and so are drafts here.
KEPT: Final = frozenset({"draft", "pending", "private"})
_WORDS: Final = 55
_ENOUGH: Final = 8_000
_LONGEST_SLUG: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """The language of all posts, and the section of those without a category."""

    language: str
    section: str


def html_of(item: Element, by_number: Mapping[str, str], index: Index) -> Shown:
    """The body of an item as WordPress shows it, links of the old site as paths."""
    uploads = Uploads(by_number, index.below(text(item, "post_id")))
    made = shown(encoded(item, "content"), uploads)
    made.html = without_host(made.html, index.hosts)
    return made


def arrival_of(item: Element, html: str, index: Index, place: Place, *, picture: str) -> Arrival:
    """The post that an item is. `picture` is the name of the one above its text."""
    status = text(item, "status")
    is_open = status in SHOWN and not text(item, "post_password")
    published = utc(text(item, "post_date_gmt")) or utc(text(item, "post_date"))
    modified = utc(text(item, "post_modified_gmt"))
    is_late = published is not None and modified is not None and modified > published
    guid = item.find("guid")
    categories, tags = labels_of(item)
    slug = unquote(text(item, "post_name"))
    author = index.authors.get(text(item, "creator"), text(item, "creator"))
    return Arrival(
        name=name_of(item),
        key=f"wordpress:{index.base}/?p={text(item, 'post_id')}",
        language=place.language,
        content=PostContent(
            title=plain_text(text(item, "title")) or slug or "Untitled",
            slug=slug if _is_slug(slug) else "",
            section=section_of(categories, place.section),
            summary=plain_text(encoded(item, "excerpt")) or _beginning(html),
            body=html,
            categories=categories,
            tags=tags,
            authors=(author,) if author else (),
            picture=picture,
        ),
        stage=Status.PUBLISHED if is_open else Status.DRAFT,
        guid=(guid.text or "").strip() if is_open and guid is not None else "",
        guid_is_permalink=is_open and guid is not None and guid.get("isPermaLink") != "false",
        published_at=published,
        updated_at=modified if is_open and is_late else None,
        old_paths=old_paths(item, index) if is_open else (),
    )


def labels_of(item: Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Its categories, by the ends of their addresses, and its tags, as they are written."""
    categories: list[str] = []
    tags: list[str] = []
    for row in item.iterfind("category"):
        domain, nicename = row.get("domain", ""), unquote(row.get("nicename", ""))
        if domain == "category":
            if nicename and nicename != NO_CATEGORY:
                categories.append(nicename)
        elif domain != "post_format" and row.text:
            tags.append(row.text.strip())
    return tuple(dict.fromkeys(categories)), tuple(dict.fromkeys(tags))


def section_of(categories: tuple[str, ...], otherwise: str) -> str:
    """The first category that can stand in an address."""
    for category in categories:
        try:
            slug = slugify_term(category).replace("/", "-")
        except NoAddressError:
            continue
        if _is_slug(slug):
            return slug
    return otherwise


def old_paths(item: Element, index: Index) -> tuple[str, ...]:
    """The decoded path at which it was, where that says which one it was."""
    link = text(item, "link").strip()
    if not is_own(link, index.hosts):
        return ()
    path = unquote(urlsplit(link).path)
    is_plain = urlsplit(link).query or path.rstrip("/") == urlsplit(index.base).path.rstrip("/")
    return () if is_plain else (path,)


def name_of(item: Element) -> str:
    """How a report calls it."""
    title = plain_text(text(item, "title"))
    return title or text(item, "post_name") or f"number {text(item, 'post_id')}"


def utc(written: str) -> datetime | None:
    """A date as WordPress stores it; None for none, which it writes as zeros."""
    try:
        return datetime.strptime(written.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_slug(text: str) -> bool:
    return len(text) <= _LONGEST_SLUG and re.fullmatch(SLUG, text) is not None


def _beginning(html: str) -> str:
    """What WordPress says of a post in its feed, where nobody wrote an excerpt."""
    words = plain_text(html[:_ENOUGH]).split(" ")
    return " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
