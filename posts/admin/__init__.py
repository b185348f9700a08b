"""The desk: where editors write posts. Posts themselves change through `posts.actions` alone."""

from .author import AuthorAdmin
from .batch import BatchAdmin
from .missed_path import MissedPathAdmin
from .picture import PictureAdmin
from .post import PostAdmin
from .publisher import PublisherAdmin
from .redirect import RedirectAdmin
from .terms import CategoryDesk, TagDesk

__all__ = [
    "AuthorAdmin",
    "BatchAdmin",
    "CategoryDesk",
    "MissedPathAdmin",
    "PictureAdmin",
    "PostAdmin",
    "PublisherAdmin",
    "RedirectAdmin",
    "TagDesk",
]
