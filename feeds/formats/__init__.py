"""How feeds are written: one file a format."""

from .atom import Atom
from .format import Format
from .json_feed import JsonFeed
from .rss import Rss

FORMATS: tuple[type[Format], ...] = (Rss, Atom, JsonFeed)

__all__ = ["FORMATS", "Format"]
