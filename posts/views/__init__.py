"""The pages that readers see."""

from .lists import all_posts, category, front, section, tag
from .post import post
from .terms import categories, tags

__all__ = ["all_posts", "categories", "category", "front", "post", "section", "tag", "tags"]
