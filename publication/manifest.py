"""The web app manifest (https://www.w3.org/TR/appmanifest/) of a publication."""

from typing import Any

from django.templatetags.static import static
from django.utils.translation import get_language_bidi

from . import look
from .models import Publication
from .naming import language_tag


def manifest_of(publication: Publication) -> dict[str, Any]:
    """Its members; the publication's locale is active."""
    front = publication.get_absolute_url()
    return {
        "id": front,
        "name": publication.name,
        "short_name": publication.name,
        "description": publication.description or publication.tagline,
        "lang": language_tag(publication),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": front,
        "scope": "/",
        # Addresses stay in sight: readers share them.
        "display": "minimal-ui",
        "background_color": look.PAPER,
        "theme_color": look.PAPER,
        "categories": ["news"],
        "icons": [
            # First, for a browser that takes it has it already: it stands before the page's title.
            {"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
            _icon("icon-192.png", 192, "any"),
            _icon("icon-512.png", 512, "any"),
            _icon("icon-maskable-512.png", 512, "maskable"),
        ],
    }


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    return {
        "src": static(name),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
