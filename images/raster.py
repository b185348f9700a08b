"""From bytes that somebody uploaded to a picture that is safe to serve. Pure.

What was uploaded is never stored: it is decoded, turned upright, brought to sRGB and written anew.
So nothing of it is left but the pixels: no place where it was taken, no script behind the picture.
"""

import hashlib
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from .addresses import NAME_LENGTH
from .colour import to_srgb
from .formats import WRITTEN

LONGEST_EDGE: Final = 2048
"""Pixels. No page shows a picture larger, and feeds carry it as it is."""

_READ: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_MAY_BE_DRAWN: Final = frozenset({"PNG", "WEBP", "GIF"})
# A drawing that is larger than this as PNG, beside JPEG, is a photograph.
_PNG_MAY_BE_LARGER: Final = 1.25

# What Pillow raises for files that are broken or made to break it.
_BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """A picture ready to be stored. `digest` is the SHA-256, in hex, of what was uploaded."""

    digest: str
    data: bytes
    extension: str
    width: int
    height: int

    @property
    def name(self) -> str:
        return self.digest[:NAME_LENGTH]


def prepare(file: IO[bytes], *, most_bytes: int, most_pixels: int) -> Master:
    """Make a master out of an uploaded file, whatever its name says that it is.

    Raises ValidationError, with what to do about it, for what is no picture or too large; nothing
    is decoded before its size is known.
    """
    data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        message = _("The file is larger than %(limit)s MB. Export a smaller copy of the picture.")
        raise ValidationError(message % {"limit": most_bytes // 1_000_000}, code="too-large")
    if not data:
        raise ValidationError(_("The file is empty."), code="empty")
    try:
        image = Image.open(BytesIO(data), formats=_READ)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many(most_pixels) from error
    except _BROKEN as error:
        message = _("This is no picture that can be used: upload a JPEG, PNG, WebP, AVIF or GIF.")
        raise ValidationError(message, code="no-picture") from error
    _check(image, most_pixels)
    try:
        extension, encoded, (width, height) = _rewritten(image)
    except _BROKEN as error:
        message = _("The picture is damaged or cut off. Export or download it again.")
        raise ValidationError(message, code="damaged") from error
    return Master(
        digest=hashlib.sha256(data).hexdigest(),
        data=encoded,
        extension=extension,
        width=width,
        height=height,
    )


def scaled(data: bytes, width: int, extension: str) -> bytes:
    """A copy of a master in a width that is not larger than its own, in another format."""
    with Image.open(BytesIO(data)) as image:
        if width < image.width:
            size = (width, max(1, round(image.height * width / image.width)))
            return _encoded(image.resize(size, Image.Resampling.LANCZOS), extension)
        return _encoded(image, extension)


def cut(data: bytes, width: int, height: int, focus: tuple[float, float]) -> bytes:
    """A JPEG of exactly this size out of a master, the point `focus` (from 0 to 1) in sight."""
    with Image.open(BytesIO(data)) as image:
        opaque = Image.new("RGB", image.size, "white")
        opaque.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
        fitted = ImageOps.fit(opaque, (width, height), Image.Resampling.LANCZOS, centering=focus)
    return _encoded(fitted, "jpg")


def _check(image: Image.Image, most_pixels: int) -> None:
    if image.width * image.height > most_pixels:
        raise _too_many(most_pixels)
    # MPO is a JPEG of some cameras that holds a second picture: the first one counts.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        message = _("The picture moves. Upload one of its frames as a still picture.")
        raise ValidationError(message, code="animated")


def _too_many(most_pixels: int) -> ValidationError:
    message = _("The picture has more than %(limit)s megapixels. Export a smaller copy of it.")
    return ValidationError(message % {"limit": most_pixels // 1_000_000}, code="too-many-pixels")


def _rewritten(image: Image.Image) -> tuple[str, bytes, tuple[int, int]]:
    may_be_drawn = image.format in _MAY_BE_DRAWN
    # JPEG alone can be decoded smaller at once, which bounds the work; others ignore it.
    image.draft(None, (LONGEST_EDGE, LONGEST_EDGE))
    image.load()
    upright = to_srgb(ImageOps.exif_transpose(image))
    upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    extension, data = _smaller(upright, may_be_drawn=may_be_drawn)
    return extension, data, upright.size


def _smaller(image: Image.Image, *, may_be_drawn: bool) -> tuple[str, bytes]:
    """PNG for drawings and for what one can see through, JPEG for photographs."""
    if image.mode == "RGBA":
        return "png", _encoded(image, "png")
    jpeg = _encoded(image, "jpg")
    if may_be_drawn:
        png = _encoded(image, "png")
        if len(png) <= len(jpeg) * _PNG_MAY_BE_LARGER:
            return "png", png
    return "jpg", jpeg


def _encoded(image: Image.Image, extension: str) -> bytes:
    """The pixels and nothing else."""
    bare = image.copy()
    bare.info = {}
    kind, options = WRITTEN[extension]
    output = BytesIO()
    bare.save(output, kind, **options)
    return output.getvalue()
