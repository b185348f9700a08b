from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from posts.models import Post
from publication.addresses import absolute

from .drawing import HEIGHT, WIDTH

FOLDER: Final = "share/"


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture's address, its size in pixels, and what it shows, in words."""

    address: str
    width: int
    height: int
    alt: str


def picture_of(post: Post) -> SharePicture | None:
    """The share picture of a post; None until it has been made. Needs the post's `picture`."""
    if not post.share_picture:
        return None
    number, rest = post.share_picture.removeprefix(FOLDER).split("-", 1)
    address = absolute(reverse("posts:share-picture", args=[number, rest]))
    alt = post.picture.alt_in(post.language) if post.picture else ""
    return SharePicture(address, WIDTH, HEIGHT, alt or post.title)
