"""What a feed says, whatever its format."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. Text is plain and on one line, `content` is HTML as it came: not yet clean.

    - `link` is an absolute http(s) address or "".
    - `guid` is the identity as written; an entry without one has its link, as feed readers do.
      "" only where there is neither.
    - `published` keeps its offset from UTC as written; an entry that tells only when it was
      updated is taken to be published then. None where no date can be read.
    - `summary`, which may have several lines, is None where the feed has nothing beside the
      content.
    - `content` is exact: what the XML says, less its escaping. Relative links in it lead on from
      `base`, an absolute address or "" where none is known.
    - `categories` and `tags` are spelt as written, in order, without repeats.
    - `notes` say, for a report, what was not understood.
    """

    title: str = ""
    link: str = ""
    guid: str = ""
    guid_is_permalink: bool = False
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    content: str = ""
    base: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed and its entries, in the feed's order.

    `format` is a name to show (`RSS 2.0`); `link` is the page it belongs to and `self_link` where
    it is served, "" if unknown; `language` is a tag as written (`en`, `zh-CN`), "" if not stated.
    """

    format: str
    title: str = ""
    link: str = ""
    self_link: str = ""
    description: str = ""
    language: str = ""
    author: str = ""
    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
