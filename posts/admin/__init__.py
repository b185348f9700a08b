"""The desk: where editors write posts. Posts themselves change through `posts.actions` alone."""

from .author import AuthorAdmin
from .batch import BatchAdmin
from .picture import PictureAdmin
from .post import PostAdmin
from .redirect import RedirectAdmin
from .terms import CategoryDesk, TagDesk

__all__ = [
    "AuthorAdmin",
    "BatchAdmin",
    "CategoryDesk",
    "PictureAdmin",
    "PostAdmin",
    "RedirectAdmin",
    "TagDesk",
]
