"""Pictures for tests, drawn on the spot."""

from io import BytesIO

from django.core.exceptions import ValidationError
from PIL import Image, ImageDraw

from images.actions import upload_picture
from images.models import Picture
from images.raster import prepare

MOST = {"most_bytes": 25_000_000, "most_pixels": 60_000_000}


def drawn(width=1600, height=900, colour="steelblue", mode="RGB"):
    """A picture with a little on it, so that no two colours make the same file."""
    image = Image.new("RGB", (width, height), colour)
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width // 2, height // 2), "white")
    return image.convert(mode)


def encoded(image, kind="JPEG", **options):
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def jpeg(width=1600, height=900, colour="steelblue", **options):
    return encoded(drawn(width, height, colour), **options)


def master_of(data, **limits):
    return prepare(BytesIO(data), **{**MOST, **limits})


def opened(master):
    image = Image.open(BytesIO(master.data))
    image.load()
    return image


def refusal(data, **limits):
    """What is said of a file that is refused, and under which code."""
    try:
        master_of(data, **limits)
    except ValidationError as error:
        return error.code, error.messages[0]
    return None


def make_picture(colour="steelblue", width=1600, height=900, *, by=None, **values):
    """A stored picture; its smaller copies are not made yet."""
    values.setdefault("alts", {} if values.get("is_decorative") else {"en": "A white disc"})
    return upload_picture(master_of(jpeg(width, height, colour)), Picture(**values), by=by)
