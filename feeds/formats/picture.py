"""The picture of a post as formats tell of it: the file that was made of the upload itself."""

from dataclasses import dataclass

from posts.models import Post
from publication.addresses import absolute


@dataclass(frozen=True, slots=True)
class EntryPicture:
    """Where it is, `length` in bytes, its size in pixels, and what is said of it."""

    address: str
    media_type: str
    length: int
    width: int
    height: int
    caption: str
    credit: str


def picture_of(post: Post) -> EntryPicture | None:
    """The picture above the text of a post, which has to be loaded with it."""
    picture = post.picture
    if picture is None:
        return None
    return EntryPicture(
        address=absolute(picture.get_absolute_url()),
        media_type=picture.media_type,
        length=picture.size,
        width=picture.width,
        height=picture.height,
        caption=post.picture_caption or picture.alt_in(post.language),
        credit=picture.credit,
    )
