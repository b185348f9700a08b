"""The guids that a site's own feeds gave its posts, so that no subscriber sees one twice."""

import mmap
import re
from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path
from typing import Final, NamedTuple

from safeguards.text import xml_safe
from transfer.feed.entry import Entry
from transfer.feed.parse import parse
from transfer.feed.refusal import NotAFeedError

_ENTRY: Final = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.DOTALL)
# Texts, which can be long and ill-formed: what is asked for stands beside them.
_TEXTS: Final = re.compile(
    rb"<(content:encoded|content|description|summary|title|category)(?:\s[^>]*)?"
    rb"(?:/>|>.*?</\1\s*>)",
    re.DOTALL,
)
_AT_ONCE: Final = 500
_LONGEST_ENTRY: Final = 20_000_000


class Guid(NamedTuple):
    """An identity as a feed wrote it."""

    guid: str
    is_permalink: bool


def read_guids(feeds: Iterable[Path], wanted: set[str]) -> dict[str, Guid]:
    """The guid of each post whose permalink is `wanted`, from the first feed that has it.

    Ends as soon as all are found. JSON Feeds are read whole, XML entry by entry, ill-formed or not.
    """
    found: dict[str, Guid] = {}
    left = set(wanted)
    for feed in feeds:
        if not left:
            break
        for entry in _entries(feed):
            if entry.link in left and entry.guid:
                found[entry.link] = Guid(entry.guid, entry.guid_is_permalink)
                left.discard(entry.link)
    return found


def _entries(feed: Path) -> Iterator[Entry]:
    try:
        size = feed.stat().st_size
        if size == 0:
            return
        with feed.open("rb") as file:
            if feed.suffix == ".json":
                yield from _parsed(file.read(_LONGEST_ENTRY))
                return
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                whole = (match[0] for match in _ENTRY.finditer(content))
                for entries in batched((_TEXTS.sub(b"", it) for it in whole), _AT_ONCE):
                    yield from _parsed(_feed_of(entries))
    except OSError:
        return


def _feed_of(entries: tuple[bytes, ...]) -> bytes:
    inner = b"".join(entries)
    if entries[0].startswith(b"<entry"):
        return b'<feed xmlns="http://www.w3.org/2005/Atom">' + inner + b"</feed>"
    return b'<rss version="2.0"><channel>' + inner + b"</channel></rss>"


def _parsed(feed: bytes) -> tuple[Entry, ...]:
    try:
        return parse(xml_safe(feed.decode(errors="replace")).encode()).entries
    except NotAFeedError:
        return ()
