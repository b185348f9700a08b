"""The pages that readers see."""

from .corrections import corrections
from .lists import all_posts, author, category, front, section, source, tag
from .post import post
from .search import search
from .terms import categories, tags

__all__ = [
    "all_posts",
    "author",
    "categories",
    "category",
    "corrections",
    "front",
    "post",
    "search",
    "section",
    "source",
    "tag",
    "tags",
]
