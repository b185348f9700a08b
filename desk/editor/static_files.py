from collections.abc import Iterable
from typing import Any, Final

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.files.storage import Storage

# What `config` leaves out, and what comes with it for show: two thirds of a thousand files that
# would be hashed and compressed at every start, and served for nothing.
_PLUGINS: Final = (
    "about adobeair autoembed bbcode codesnippet codesnippetgeshi colordialog copyformatting "
    "devtools div divarea docprops embed embedbase embedsemantic exportpdf flash forms image2 "
    "language mathjax newpage pagebreak placeholder preview save scayt showblocks smiley "
    "sourcedialog templates uicolor uploadimage uploadwidget wsc"
)
NOT_SERVED: Final = (
    *(f"ckeditor/ckeditor/plugins/{plugin}/*" for plugin in _PLUGINS.split()),
    "ckeditor/ckeditor/skins/moono/*",
    "ckeditor/ckeditor/adapters/*",
    "ckeditor/ckeditor/*.md",
    "ckeditor/ckeditor/*.json",
    "ckeditor/ckeditor/build-config.js",
    "ckeditor/file-icons/*",
    "ckeditor/galleriffic/*",
)


class LeanAppDirectoriesFinder(AppDirectoriesFinder):
    """Django's, without the parts of the editor that nothing uses."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        found: Any = super().list([*(ignore_patterns or []), *NOT_SERVED])
        return found  # type: ignore[no-any-return]
