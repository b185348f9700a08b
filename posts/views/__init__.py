"""The pages that readers see."""

from .archive import archive, period
from .corrections import corrections
from .lists import all_posts, author, category, front, section, source, tag
from .names import authors, sources
from .post import post
from .preview import preview, preview_picture
from .search import search
from .terms import categories, tags

__all__ = [
    "all_posts",
    "archive",
    "author",
    "authors",
    "categories",
    "category",
    "corrections",
    "front",
    "period",
    "post",
    "preview",
    "preview_picture",
    "search",
    "section",
    "source",
    "sources",
    "tag",
    "tags",
]
