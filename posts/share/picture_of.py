from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from posts.models import Post
from publication.addresses import absolute

from .drawing import HEIGHT, WIDTH

FOLDER: Final = "share/"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's address and its size in pixels."""

    address: str
    width: int
    height: int


def picture_of(post: Post) -> Picture | None:
    """The share picture of a post; None until it has been made."""
    if not post.share_picture:
        return None
    number, digest = post.share_picture.removeprefix(FOLDER).removesuffix(".png").split("-")
    path = reverse("posts:share-picture", args=[number, digest])
    return Picture(absolute(path), WIDTH, HEIGHT)
