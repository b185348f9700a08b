"""The outlets that posts cite."""

from .allowance import Allowance
from .publisher import Publisher, PublisherDomain

__all__ = ["Allowance", "Publisher", "PublisherDomain"]
