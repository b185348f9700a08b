"""The language in which a reader always wants to begin: a cookie that only `/` reads.

Reader pages neither set nor read it, so that caches need not know who asks.
"""

from collections.abc import Sequence
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .models import Publication

COOKIE: Final = "language"
_YEAR: Final = 365 * 24 * 60 * 60


def chosen(request: HttpRequest, publications: Sequence[Publication]) -> Publication | None:
    """The publication that the reader chose, if it is still there."""
    code = request.COOKIES.get(COOKIE)
    return next((row for row in publications if row.code == code), None)


def keep(response: HttpResponse, publication: Publication) -> None:
    """Have the browser remember a choice for a year."""
    response.set_cookie(
        COOKIE,
        publication.code,
        max_age=_YEAR,
        path="/",
        samesite="Lax",
        httponly=True,
        secure=settings.SITE_URL.startswith("https://"),
    )
