"""As what a file is served, by the ending of its path. What it holds is never looked at."""

from typing import Final

UNKNOWN: Final = "application/octet-stream"
# What a browser could run: it is shown as its source.
SOURCE: Final = "text/plain; charset=utf-8"

MEDIA_TYPES: Final[dict[str, str]] = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "aac": "audio/aac",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "ogv": "video/ogg",
    "webm": "video/webm",
    "otf": "font/otf",
    "ttf": "font/ttf",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "vtt": "text/vtt; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "gz": "application/gzip",
    "epub": "application/epub+zip",
    **dict.fromkeys(
        ["asc", "css", "htm", "html", "js", "md", "mjs", "rss", "txt", "xhtml", "xml", "xsl"],
        SOURCE,
    ),
}

# Shown within the browser, or part of a page.
_INLINE: Final = ("image/", "audio/", "video/", "font/", "text/plain", "text/vtt")


def media_type_of(path: str) -> str:
    """The Content-Type of a file at a path."""
    name, dot, ending = path.rpartition("/")[2].rpartition(".")
    return MEDIA_TYPES.get(ending.lower(), UNKNOWN) if name and dot else UNKNOWN


def is_attachment(media_type: str) -> bool:
    """Whether a browser saves it instead of showing it.

    PDF, too: browsers show none where a policy says `sandbox`.
    """
    return not media_type.startswith(_INLINE)
