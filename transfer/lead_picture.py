"""The picture above a post of an old site, as one of this site's."""

from django.conf import settings
from django.core.exceptions import ValidationError

from images.raster import prepare

from .downloads import DownloadError, Downloads
from .moving import Note, PictureArrival


def lead_picture(
    downloads: Downloads | None, url: str, alt: str, *, language: str, of: str
) -> tuple[PictureArrival | None, list[Note]]:
    """The picture at an address, and what is to be read of it; `of` names its post.

    One that cannot be fetched is told with the files.
    """
    if downloads is None:
        return None, []
    try:
        with downloads.file(url).open("rb") as opened:
            master = prepare(
                opened,
                most_bytes=settings.PICTURE_MAX_BYTES,
                most_pixels=settings.PICTURE_MAX_PIXELS,
            )
    except DownloadError:
        return None, []
    except ValidationError as error:
        return None, [Note(f"{of}: its picture is left out. {' '.join(error.messages)}")]
    alts = {language: alt} if alt else {}
    return PictureArrival(master=master, alts=alts, source_url=url), []
