"""What a reader of another system yields, whatever that system is; `take_in` stores it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from images.raster import Master
from posts.arrivals import Arrival


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationArrival:
    """A language over there. It makes a publication where there is none of that `code`."""

    code: str
    locale: str
    name: str
    description: str = ""
    byline: str
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArrival:
    """What is not news; `path` is its address below the language: `about`."""

    name: str
    language: str
    path: str
    title: str
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class FileArrival:
    """A file at a decoded `path` of the old site: `/images/chips.png`; its bytes lie in `file`."""

    path: str
    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureArrival:
    """A picture that a post names (`PostContent.picture`), and what is said of it.

    `alts` is empty where nothing was: then it is decoration until somebody says what it shows.
    """

    master: Master
    alts: Mapping[str, str]
    credit: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class RedirectArrival:
    """A decoded old path, and the decoded path of this site where that lives now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermArrival:
    """What pages call a tag or a category (`kind`) that the other system had a page for."""

    language: str
    kind: str
    slug: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What becomes nothing here, and why in one line; `lost` unless nobody misses it."""

    kind: str
    name: str
    why: str
    lost: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A line that whoever moves should read."""

    text: str


type Moved = (
    Arrival
    | PageArrival
    | PictureArrival
    | FileArrival
    | RedirectArrival
    | TermArrival
    | Skipped
    | Note
)


class Reader(Protocol):
    """Another system, read. Nothing is asked of the database."""

    def publications(self) -> Sequence[PublicationArrival]:
        """The languages that what it yields is in, in order."""

    def total(self) -> int | None:
        """How much it yields, for a progress bar; None where that is not known."""

    def __iter__(self) -> Iterator[Moved]:
        """All of it: posts, oldest first, before what leads to them."""
