"""Bytes of any feed → Feed."""

from dataclasses import replace
from typing import Final

from .atom import read_atom
from .decode import decode
from .entry import Feed
from .json_feed import read_json_feed
from .names import name_of
from .refusal import NotAFeedError
from .rss import read_rss
from .tree import read_tree

MAX_BYTES: Final = 50_000_000

_READERS = {
    "rss": read_rss,
    "rdf:rdf": read_rss,
    "channel": read_rss,
    "atom:feed": read_atom,
    "atom:entry": read_atom,
    "feed": read_atom,
}


def parse(data: bytes, *, content_type: str | None = None) -> Feed:
    """Read RSS 0.9x, 1.0 or 2.0, Atom 0.3 or 1.0, or JSON Feed.

    `content_type` is the HTTP header, for its charset only: what the bytes are is seen from them.
    A feed without entries is one. Pure: nothing is fetched.

    Raises NotAFeedError, with one line for an editor, for bytes that are empty, too many, no feed,
    only the first part of one, not well-formed beyond what can safely be mended, or that declare
    entities.
    """
    if len(data) > MAX_BYTES:
        raise NotAFeedError(f"The feed is larger than {MAX_BYTES // 1_000_000} MB.")
    text, notes = decode(data, content_type)
    text = text.lstrip("\ufeff \t\r\n")
    if not text:
        raise NotAFeedError("The feed is empty.")
    feed = read_json_feed(text) if text[0] in "{[" else _read_xml(text)
    return replace(feed, notes=(*notes, *feed.notes))


def _read_xml(text: str) -> Feed:
    root = read_tree(text)
    name = name_of(root)
    if name not in _READERS:
        local = name.rpartition(":")[2]
        raise NotAFeedError(f"This is XML, but not a feed: its root element is “{local[:40]}”.")
    return _READERS[name](root)
