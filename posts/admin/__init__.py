"""The desk: where editors write posts. Posts themselves change through `posts.actions` alone."""

from .author import AuthorAdmin
from .picture import PictureAdmin
from .post import PostAdmin
from .publisher import PublisherAdmin
from .redirect import RedirectAdmin

__all__ = ["AuthorAdmin", "PictureAdmin", "PostAdmin", "PublisherAdmin", "RedirectAdmin"]
