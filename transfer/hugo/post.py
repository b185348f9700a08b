"""From a page of Hugo to a post. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from posts.arrivals import Arrival
from posts.content import PostContent
from posts.workflow import Status
from safeguards.links import moved_links
from taxonomy.slugs import NoAddressError, slug_from_title, slugify_term
from transfer.feed.markup import summary_of

from .guids import Guid
from .lines import HugoPage
from .places import PostPlace, code_of
from .plan import is_expired, publication_date

TAGS: Final = "tags"
CATEGORIES: Final = "categories"
# Taxonomies of people: `authors` is what most themes call it.
PEOPLE: Final = ("authors", "author")
# In an address as it is written in HTML, besides letters and digits.
_KEPT: Final = "/:@!$&'()*+,;=~-._"


def arrival_of(
    page: HugoPage,
    place: PostPlace,
    *,
    key: str,
    guids: Mapping[str, Guid],
    moves: Mapping[str, str],
    old_paths: tuple[str, ...],
    now: datetime,
) -> Arrival:
    """The post that a page is, with its dates, its stage and its identity as they were."""
    stage = _stage(page, now)
    guid = guids.get(page.permalink) or Guid(page.permalink, is_permalink=True)
    published_at = publication_date(page, now)
    is_late = page.modified and published_at and page.modified > published_at
    is_to_end = page.expiry_date is not None and page.expiry_date > now
    return Arrival(
        name=page.name,
        key=key,
        language=code_of(page.language),
        content=PostContent(
            title=page.title or place.slug,
            slug=place.slug,
            section=place.section,
            summary=summary_of(page.summary) or "",
            body=moved_body(page, moves, place.path(code_of(page.language))),
            categories=_having_address(page.named.get(CATEGORIES, ()), slugify_term),
            tags=_having_address(_tags(page), slugify_term),
            authors=_having_address(_authors(page), slug_from_title),
        ),
        stage=stage,
        guid="" if stage == Status.DRAFT else guid.guid,
        guid_is_permalink=stage != Status.DRAFT and guid.is_permalink,
        published_at=published_at,
        updated_at=page.modified if is_late else None,
        withdraw_at=page.expiry_date if is_to_end else None,
        translation=page.translation,
        old_paths=old_paths,
        markdown=page.markdown,
    )


def key_of(page: HugoPage, site: Path) -> str:
    """By what a page is known again: the path of its file, or else its logical path.

    Of a content adapter (`_content.gotmpl`) there are many pages.
    """
    file = Path(page.file)
    if not page.file or file.suffix == ".gotmpl":
        return f"{page.language}{page.path}"
    return str(file.relative_to(site)) if file.is_relative_to(site) else str(file)


def without_an_address(page: HugoPage) -> Iterator[tuple[str, str]]:
    """What the page is filed under and signed by that can have no address: (kind, name).

    Hugo has no page for it either. The post is taken in without.
    """
    for kind, names, slug in (
        ("tag", _tags(page), slugify_term),
        ("category", page.named.get(CATEGORIES, ()), slugify_term),
        ("author", _authors(page), slug_from_title),
    ):
        yield from ((kind, name) for name in names if not _has_address(name, slug))


def _having_address(names: Iterable[str], slug: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(name for name in names if _has_address(name, slug))


def _has_address(name: str, slug: Callable[[str], str]) -> bool:
    try:
        return bool(slug(name))
    except NoAddressError:
        return False


def moved_body(page: HugoPage, moves: Mapping[str, str], new: str) -> str:
    """The body of a page that is to stand at `new`; its links still lead where they led.

    Links to pages that moved, those with the site's name too (`ref` writes it), lead to where they
    are now. Where nothing moved nothing is changed.
    """
    old = unquote(page.address)
    return moved_links(page.content, _leader(page.permalink, moves, stays=old == new))


def _leader(permalink: str, moves: Mapping[str, str], *, stays: bool) -> Callable[[str], str]:
    host = urlsplit(permalink).netloc

    def leads(address: str) -> str:
        bare = address.strip()
        try:
            own = urlsplit(bare)
            parts = urlsplit(urljoin(permalink, bare))
        except ValueError:
            return address
        is_within_page = not own.path and not own.netloc
        if is_within_page or parts.netloc != host or parts.scheme not in ("http", "https"):
            return address
        path = unquote(parts.path)
        new = next((moves[way] for way in _spellings(path) if way in moves), None)
        if new is None and (stays or own.netloc or bare.startswith("/")):
            return address
        rest = (f"?{parts.query}" if parts.query else "") + (
            f"#{parts.fragment}" if parts.fragment else ""
        )
        return (parts.path if new is None else quote(new, safe=_KEPT)) + rest

    return leads


def _spellings(path: str) -> tuple[str, ...]:
    return (path, f"{path}/", f"{path.removesuffix('index.html')}")


def _stage(page: HugoPage, now: datetime) -> Status:
    if page.draft:
        return Status.DRAFT
    return Status.WITHDRAWN if is_expired(page, now) else Status.PUBLISHED


def _tags(page: HugoPage) -> tuple[str, ...]:
    """Its tags, and its terms of taxonomies that a newsroom does not have."""
    names = [*page.named.get(TAGS, ())]
    for plural in sorted(page.named):
        if plural not in (TAGS, CATEGORIES, *PEOPLE):
            names.extend(page.named[plural])
    return tuple(dict.fromkeys(names))


def _authors(page: HugoPage) -> tuple[str, ...]:
    """Names as the page of an author has them, where there is one; else as they are written."""
    for plural in PEOPLE:
        if terms := page.terms.get(plural):
            return tuple(term.title if term.written else term.term for term in terms)
    return page.authors
