"""The file formats in which pictures are served."""

from typing import Any, Final

MEDIA_TYPES: Final = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}
EXTENSIONS: Final = tuple(MEDIA_TYPES)

# Pillow's name of each format, and how it is written.
WRITTEN: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "avif": ("AVIF", {"quality": 60, "speed": 7, "subsampling": "4:2:0"}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 85, "optimize": True, "progressive": True}),
    "png": ("PNG", {"optimize": True}),
}

COPIES: Final = ("avif", "webp")
"""In which formats smaller copies are made, the one that browsers should try first in front."""

WIDTHS: Final = (480, 960, 1440)
"""In which widths, as far as the picture itself is wider; its own width always."""
