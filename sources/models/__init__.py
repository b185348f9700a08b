"""The outlets that posts cite."""

from .publisher import Publisher, PublisherDomain

__all__ = ["Publisher", "PublisherDomain"]
