"""What feeds and entries lead to, as attributes of Atom's `link`, which RSS borrows."""

from collections.abc import Iterator
from typing import Any

from feeds.document import Document

from .iri import address

type Link = dict[str, str]


def links_of_feed(document: Document, media_type: str) -> Iterator[Link]:
    """Its hubs (WebSub §4) and the documents beside it (RFC 5005 §4)."""
    for hub in document.hubs:
        yield {"rel": "hub", "href": hub}
    for relation, href in document.neighbours():
        yield {"rel": relation, "type": media_type, "href": href}


def alternates(item: dict[str, Any]) -> Iterator[Link]:
    """The page of an entry, and those of its translations.

    Some readers take the first alternate for the entry's address and some the last, whatever its
    language: the page stands at both ends, the second time without a language, since no two may
    be alike (RFC 4287 §4.1.2).
    """
    page = {"rel": "alternate", "type": "text/html", "href": item["link"]}
    yield {**page, "hreflang": item["code"]}
    for code, href in item["translations"]:
        yield {**page, "hreflang": code, "href": href}
    if item["translations"]:
        yield page


def enclosures(item: dict[str, Any]) -> Iterator[Link]:
    """The file of an entry's picture (RFC 4287 §4.2.7.2)."""
    if picture := item["picture"]:
        about = {"type": picture.media_type, "length": str(picture.length)}
        titled = {"title": picture.caption} if picture.caption else {}
        yield {"rel": "enclosure", "href": picture.address, **about, **titled}


def sources(item: dict[str, Any]) -> Iterator[Link]:
    """Where the information of an entry comes from (RFC 4287 §4.2.7.2), as far as it is online."""
    for label, href, _is_source in item["sources"]:
        if href:
            yield {"rel": "via", "href": address(href), "title": label}
