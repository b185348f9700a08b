"""The smaller copies of a picture."""

from . import storage
from .formats import COPIES, WIDTHS
from .models import Picture
from .raster import scaled


def render_picture(picture: Picture) -> Picture:
    """Make the smaller copies of a picture; only when all are there are they said to be.

    Takes seconds: for the worker. What goes wrong is written into `fault`, and raised.
    """
    widths = [*(width for width in WIDTHS if width < picture.width), picture.width]
    try:
        master = storage.read(picture.file)
        for extension in COPIES:
            for width in widths:
                storage.write(picture.copy(width, extension), scaled(master, width, extension))
    except Exception as error:
        Picture.objects.filter(pk=picture.pk).update(fault=f"{type(error).__name__}: {error}"[:500])
        raise
    picture.widths, picture.fault = widths, ""
    if not Picture.objects.filter(pk=picture.pk).update(widths=widths, fault=""):
        for file in picture.copies:  # it was deleted in the meantime
            storage.remove(file)
    return picture
