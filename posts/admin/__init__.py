"""The desk: where editors write posts. Posts themselves change through `posts.actions` alone."""

from .author import AuthorAdmin
from .post import PostAdmin
from .redirect import RedirectAdmin

__all__ = ["AuthorAdmin", "PostAdmin", "RedirectAdmin"]
