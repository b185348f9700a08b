"""Turns the language in an address into the publication, its locale and its time zone."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation

from .known import known
from .models import Publication

type View = Callable[..., HttpResponse]


class PublicationMiddleware:
    """Sets `request.publications`, and `request.publication` where an address names a language.

    Views get the same `language` keyword as the address holds. Without one (`/`, the admin), the
    interface follows the browser; reader pages never do, so caches need not vary by it.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        locale = translation.get_language_from_request(request)
        with translation.override(locale), timezone.override(None):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: View, _args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        code = kwargs.get("language")
        if code is None:
            return
        publications = list(known())
        named = next((row for row in publications if row.code == code), None)
        if named is None:
            raise Http404(f"There is no publication in “{code}”.")
        activate(request, named, publications)


def activate(
    request: HttpRequest, publication: Publication, publications: list[Publication]
) -> None:
    """Answer this request in a publication's language and time zone."""
    request.publication = publication  # type: ignore[attr-defined]
    request.publications = publications  # type: ignore[attr-defined]
    translation.activate(publication.locale)
    timezone.activate(publication.zone)
