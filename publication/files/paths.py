"""Where a file may stand."""

from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from publication.models.file import LONGEST_PATH

_MOST_BYTES: Final = 2500
# What a server in front of us, or a part of us, answers below these is its own business.
_OURS: Final = ("/admin/", "/static/", "/media/", "/preview/")


def require_path(path: str) -> None:
    """Refuse a decoded path at which no file can stand. Raises ValidationError."""
    said = {"path": path[:200]}
    # An index of the database holds so many bytes of it.
    if len(path) > LONGEST_PATH or len(path.encode(errors="replace")) > _MOST_BYTES:
        message = _("The path of a file has at most %(limit)s characters: “%(path)s…”.")
        raise ValidationError(message % {**said, "limit": LONGEST_PATH})
    if not _is_plain(path):
        raise ValidationError(_("No file can stand at “%(path)s”.") % said)
    if f"{path}/".lower().startswith(_OURS) or _answers(path):
        raise ValidationError(_("“%(path)s” is an address of the site itself.") % said)


def _is_plain(path: str) -> bool:
    """Whether browsers, proxies and we take it for the same path, and a name stands at its end."""
    segments = path.split("/")
    return (
        path.isprintable()
        and "\\" not in path
        and segments[0] == ""
        and len(segments) > 1
        and all(segment.strip(" ") not in ("", ".", "..") for segment in segments[1:])
    )


def _answers(path: str) -> bool:
    """Whether something of ours answers there, or would if there were what it names."""
    if (Path(settings.WHITENOISE_ROOT) / path.lstrip("/")).is_file():
        return True
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
