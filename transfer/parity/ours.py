"""Asks this site for addresses, in this process: no server needs to run."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import resolve
from lxml import etree

from transfer.feed.entry import Entry, Feed
from transfer.feed.parse import parse
from transfer.feed.refusal import NotAFeedError

from .old import path_of

_HOPS: Final = 5
_MOST_ARCHIVES: Final = 5_000
_BEFORE: Final = "prev-archive"
_MOVES: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """`path` is where redirects ended, decoded; on another host `address` alone says where."""

    status: int
    path: str
    address: str
    hops: int
    content: bytes
    content_type: str


class OurSite:
    """This site. `host` is that of its addresses."""

    def __init__(self) -> None:
        site = urlsplit(settings.SITE_URL)
        self.host = site.netloc
        self._secure = site.scheme == "https"
        self._client = Client(raise_request_exception=False, headers={"host": self.host})
        self.ends_at = lru_cache(maxsize=100_000)(self._ends_at)
        self.posts_of = lru_cache(maxsize=64)(self._posts_of)

    def get(self, path: str) -> Answer:
        """What a decoded path answers, redirects of this site followed."""
        address = quote(path, safe="/~@!$&'()*+,;=:")
        for hops in range(_HOPS):
            answer = self._client.get(address, secure=self._secure)
            location = answer.headers.get("location", "")
            if answer.status_code not in _MOVES or not location:
                break
            address = urljoin(address, location)
            if urlsplit(address).netloc not in ("", self.host):
                return Answer(200, "", address, hops + 1, b"", "")
        return Answer(
            answer.status_code,
            path_of(address),
            address,
            hops,
            answer.getvalue(),
            answer.headers.get("content-type", "").partition(";")[0],
        )

    def _ends_at(self, path: str) -> str:
        """The decoded path at which a path answers at last; "" where nothing does."""
        answer = self.get(path)
        return (answer.path or answer.address) if answer.status == 200 else ""

    def is_page(self, path: str) -> bool:
        """Whether a decoded path leads to what is not news."""
        end = self.ends_at(path)
        return bool(end) and end.startswith("/") and resolve(end).view_name == "publication:page"

    def _posts_of(self, path: str) -> dict[str, Entry]:
        """The entries of a feed by guid, those of all its archives included (RFC 5005)."""
        entries: dict[str, Entry] = {}
        for _document in range(_MOST_ARCHIVES):
            answer = self.get(path)
            if answer.status != 200:
                raise NotAFeedError(f"{path} answers {answer.status}.")
            feed = parse(answer.content)
            for entry in feed.entries:
                entries.setdefault(entry.guid, entry)
            path = _previous(answer.content)
            if not path:
                break
        return entries

    def feed(self, path: str) -> Feed:
        """The feed at a path. Raises NotAFeedError for anything else."""
        answer = self.get(path)
        if answer.status != 200:
            raise NotAFeedError(f"It answers {answer.status}.")
        return parse(answer.content)


def _previous(document: bytes) -> str:
    """The decoded path of the archive before, as RFC 5005 links it; "" where there is none."""
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    links = [link.get("href", "") for link in root.iter("{*}link") if link.get("rel") == _BEFORE]
    return path_of(links[0]) if links else ""
