"""The type of a request whose address named a language."""

from django.http import HttpRequest

from .models import Publication


class PublicationRequest(HttpRequest):
    """What reader views get: set by `PublicationMiddleware`. For annotations only."""

    publication: Publication
    publications: list[Publication]
