"""Reading a feed that somebody else wrote: bytes → entries. No database, no network, no Django."""

from .entry import Entry, Feed
from .parse import MAX_BYTES, parse
from .refusal import NotAFeedError

__all__ = ["MAX_BYTES", "Entry", "Feed", "NotAFeedError", "parse"]
