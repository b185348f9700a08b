"""From a feed's entry to the content of a post. Pure, but for the sanitiser's work."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from posts.content import PostContent
from publication.models import Publication
from safeguards.links import absolute_links
from taxonomy.slugs import NoAddressError, slug_from_title

from .feed.address import is_list_address, post_address
from .feed.entry import Entry
from .house_style import in_house_style

_PAGE_ENDING = re.compile(r"\.(?:html?|php|aspx?)\Z")


class SkippedError(Exception):
    """An entry that becomes no post, and why, in one line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post stands: the slugs of its section and its own."""

    section: str
    slug: str


def place_of(entry: Entry, language: str, section: str) -> Place:
    """The section and slug that an entry's address says; `section` is for addresses of other forms.

    Raises SkippedError for an entry that belongs to no place of this language.
    """
    if found := post_address(entry.link):
        if found.language != language:
            raise SkippedError(f"its address is of the language “{found.language}”")
        return Place(found.section, found.slug)
    if is_list_address(entry.link):
        raise SkippedError("it is a list of posts, not a post")
    if not section:
        raise SkippedError("its address names no section: give one with --section")
    return Place(section, _slug(entry))


def content_of_entry(entry: Entry, place: Place, publication: Publication) -> PostContent:
    """What a post made of an entry holds.

    The line of sources at the end of the body becomes citations where it can be put together again
    exactly. Raises `safeguards.nesting.MarkupError` for a body that cannot be made clean.
    """
    # At the same address, relative links still lead to the same places.
    stays = post_address(entry.link) is not None and entry.base == entry.link
    content = entry.content if stays else absolute_links(entry.content, entry.base)
    return in_house_style(
        PostContent(
            title=entry.title or place.slug,
            slug=place.slug,
            section=place.section,
            summary=entry.summary or "",
            body=content,
            categories=entry.categories,
            tags=entry.tags,
            authors=entry.authors,
        ),
        publication,
    )


def _slug(entry: Entry) -> str:
    """The last part of the address, or else of the headline."""
    last = unquote(urlsplit(entry.link).path).rstrip("/").rpartition("/")[2]
    for text in (_PAGE_ENDING.sub("", last), entry.title):
        try:
            return slug_from_title(text)
        except NoAddressError:
            continue
    raise SkippedError("neither its address nor its headline gives it a slug")
