"""How feeds are written: one file a format, each a `SyndicationFeed` of Django's."""

from .rss import Rss

__all__ = ["Rss"]
