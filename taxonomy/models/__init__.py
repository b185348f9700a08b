"""How posts are filed: Categories, which editors plan, and Tags, which grow with the news."""

from .category import Category
from .kept_apart import KeptApart
from .tag import Tag

__all__ = ["Category", "KeptApart", "Tag"]
