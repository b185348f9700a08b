"""The desk: where editors write posts. Posts themselves change through `posts.actions` alone."""

from .author import AuthorAdmin
from .missed_path import MissedPathAdmin
from .picture import PictureAdmin
from .post import PostAdmin
from .publisher import PublisherAdmin
from .redirect import RedirectAdmin

__all__ = [
    "AuthorAdmin",
    "MissedPathAdmin",
    "PictureAdmin",
    "PostAdmin",
    "PublisherAdmin",
    "RedirectAdmin",
]
