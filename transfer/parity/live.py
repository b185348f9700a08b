"""A site that is served: its sitemaps say what it has, its pages where their feeds are."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from safeguards.fetch import Fetched, FetchError, fetch
from transfer.feed.entry import Feed
from transfer.feed.parse import parse
from transfer.feed.refusal import NotAFeedError

from .old import Published, kind_of, path_of

MOST_SITEMAPS: Final = 1_000
_FEED: Final = re.compile(r"rss|atom|feed\+json")
_MAX_BYTES: Final = 50_000_000


class LiveError(Exception):
    """A site that cannot be read. The message is one line."""


class Live:
    """The site at an address. Everything is fetched through `safeguards`."""

    def __init__(self, address: str, *, allow_private: bool = False) -> None:
        self.address = address if urlsplit(address).path else f"{address}/"
        self.host = urlsplit(address).netloc
        self._private = allow_private

    def addresses(self) -> Iterator[Published]:
        """What its sitemaps list, and the feeds to which its pages point. Raises LiveError."""
        feeds: dict[str, None] = {}
        for address in self._listed():
            page = self._get(address)
            if page is None:
                continue
            yield Published(path_of(address), "page")
            for feed in _feeds_of(page):
                if urlsplit(feed).netloc == self.host and path_of(feed) not in feeds:
                    feeds[path_of(feed)] = None
                    yield Published(path_of(feed), "feed")

    def feed(self, path: str) -> Feed:
        answer = self._get(urljoin(self.address, path))
        if answer is None:
            raise NotAFeedError("It cannot be fetched any more.")
        return parse(answer.content, content_type=answer.headers.get("content-type"))

    def _listed(self) -> Iterator[str]:
        """The addresses of all sitemaps; an index of sitemaps is followed."""
        start = self.address
        if not start.endswith(".xml"):
            start = urljoin(self.address, "/sitemap.xml")
        waiting, seen, pages = [start], {start}, dict[str, None]()
        while waiting and len(seen) <= MOST_SITEMAPS:
            answer = self._get(waiting.pop(0))
            if answer is None:
                if len(seen) == 1:
                    raise LiveError(f"{start} cannot be read: is there a sitemap?")
                continue
            is_index = kind_of("sitemap.xml", answer.content[:4000]) == "sitemap"
            for address in _locations(answer.content) if is_index else ():
                if urlsplit(address).netloc != self.host:
                    continue
                if address.endswith(".xml"):
                    if address not in seen:
                        seen.add(address)
                        waiting.append(address)
                else:
                    pages[address] = None
        yield from pages

    def _get(self, address: str) -> Fetched | None:
        try:
            answer = fetch(address, allow_private=self._private, max_bytes=_MAX_BYTES)
        except FetchError:
            return None
        return answer if answer.status == 200 else None


def _locations(document: bytes) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(document, parser)
    if root is None:
        return []
    return [(one.text or "").strip() for one in root.iter("{*}loc")]


def _feeds_of(page: Fetched) -> list[str]:
    if page.content_type not in ("text/html", "application/xhtml+xml") or not page.content.strip():
        return []
    try:
        document = html.document_fromstring(page.content)
    except (etree.ParserError, ValueError):
        return []
    return [
        urljoin(page.url, link.get("href", ""))
        for link in document.iter("link")
        if link.get("rel") == "alternate"
        and ("rss" in (kind := link.get("type", "")) or "atom" in kind)
    ]
