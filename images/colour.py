"""Pixels of any kind as those that every browser shows alike: eight bits of sRGB."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms

_SRGB: Final = ImageCms.createProfile("sRGB")
# What a profile can be applied to as it is; the rest becomes RGB first.
_PROFILED: Final = frozenset({"RGB", "CMYK", "L"})
_DEEP: Final = frozenset({"I", "I;16", "I;16L", "I;16B", "I;16N"})


def to_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB: mode `RGBA` where one can see through a part of it, else `RGB`."""
    profile = image.info.get("icc_profile")
    if image.mode in _DEEP:
        image = _eight_bits(image)
    alpha = _alpha(image)
    if image.mode not in _PROFILED:
        image = image.convert("RGB")
    colours = _converted(image, profile) if profile else image.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _alpha(image: Image.Image) -> Image.Image | None:
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey values of 16 bits as values of eight: Pillow would cut them off."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as the profile means them; as they stand where it is broken or of no use."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        converted = None
    return converted if converted is not None else image.convert("RGB")
