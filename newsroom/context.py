"""What every reader page shows around its own matter: masthead and foot."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from feeds.formats import FORMATS
from publication import look
from publication.models import Page
from taxonomy.models import Category

# Of every format: its name, the last part of its feeds' addresses, its media type. Templates would
# call a class.
FEED_FORMATS = [
    {"name": form.name, "file": form.file, "media_type": form.media_type} for form in FORMATS
]

# What `reverse` leaves as it is in a path, so that a page has one spelling of its address.
SAFE = "/~:@!$&'()*+,;="


def reader(request: HttpRequest) -> dict[str, Any]:
    """The publication of the address, the menu and the Pages, each loaded only when shown.

    Where an address names no language (`/nothing/here`), `publication` is None.
    """
    publication = getattr(request, "publication", None)
    context: dict[str, Any] = {
        "publication": publication,
        "publications": getattr(request, "publications", []),
        "canonical": f"{settings.SITE_URL}{quote(request.path, safe=SAFE)}",
        "site_url": settings.SITE_URL,
        "look": look,
        "feed_formats": FEED_FORMATS,
    }
    if publication is not None:
        context["menu"] = SimpleLazyObject(lambda: list(Category.objects.in_menu(publication.code)))
        context["pages"] = SimpleLazyObject(
            lambda: list(Page.objects.filter(publication=publication).defer("body"))
        )
    return context
