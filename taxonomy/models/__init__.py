"""How posts are filed: Categories, which editors plan, and Tags, which grow with the news."""

from .category import Category
from .tag import Tag

__all__ = ["Category", "Tag"]
