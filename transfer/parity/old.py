"""The site that was, as it was published: Hugo's folder `public/`, or a site that is served."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

from transfer.feed.entry import Feed
from transfer.feed.parse import parse
from transfer.feed.refusal import NotAFeedError

_ALIAS: Final = re.compile(
    rb"<meta[^>]+http-equiv=[\"']?refresh[\"']?[^>]+url=([^\"'\s>]+)", re.IGNORECASE
)
_HEAD: Final = 4_000
INDEX: Final = "index.html"
# Pages of Hugo's own that nobody is led to.
_ERRORS: Final = frozenset({"/404.html"})


@dataclass(frozen=True, slots=True)
class Published:
    """An address of the site that was: its decoded path, and what stood there.

    `kind` is `page`, `alias` (a page that leads to another one), `feed`, `sitemap` or `file`.
    """

    path: str
    kind: str


class OldSite(Protocol):
    """What is compared with. `host` is that of its addresses, "" while no feed has told it."""

    def addresses(self) -> Iterator[Published]:
        """Everything that it published, feeds included."""

    def feed(self, path: str) -> Feed:
        """A feed at a decoded path. Raises NotAFeedError."""


class Folder:
    """The folder that Hugo writes. Raises OSError for one that is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve(strict=True)
        if not (self.folder.is_dir() and any(self.folder.rglob(INDEX))):
            message = f"{folder} holds no {INDEX}: give the folder that Hugo writes, “public”."
            raise NotADirectoryError(message)

    def addresses(self) -> Iterator[Published]:
        for file in sorted(self.folder.rglob("*")):
            if not file.is_file() or file.is_symlink():
                continue
            path = f"/{file.relative_to(self.folder).as_posix()}"
            if path not in _ERRORS:
                yield Published(path.removesuffix(INDEX), self._kind(file))

    def feed(self, path: str) -> Feed:
        return parse((self.folder / path.lstrip("/")).read_bytes())

    def _kind(self, file: Path) -> str:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
        return kind_of(file.name, head)


def kind_of(name: str, head: bytes) -> str:
    """What a file is, by its name and its beginning."""
    if name.endswith((".html", ".htm")):
        return "alias" if _ALIAS.search(head) else "page"
    if name.endswith((".xml", ".rss", ".atom")) or (name.endswith(".json") and b"jsonfeed" in head):
        if b"<sitemapindex" in head or b"<urlset" in head:
            return "sitemap"
        if any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:RDF", b"jsonfeed")):
            return "feed"
    return "file"


def path_of(address: str) -> str:
    """The decoded path of an address."""
    return unquote(urlsplit(address).path) or "/"


__all__ = ["INDEX", "Folder", "NotAFeedError", "OldSite", "Published", "kind_of", "path_of"]
