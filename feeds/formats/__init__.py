"""How feeds are written: one file a format."""

from .format import Format
from .rss import Rss

FORMATS: tuple[type[Format], ...] = (Rss,)

__all__ = ["FORMATS", "Format"]
