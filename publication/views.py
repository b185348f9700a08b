from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from .known import known
from .models import Page
from .requests import PublicationRequest


def root(request: HttpRequest) -> HttpResponse:
    """Lead from `/` to the reader's language, or to the first one."""
    publications = known()
    if not publications:
        raise Http404("There is no publication yet.")
    wanted = get_language_from_request(request)
    chosen = next((row for row in publications if row.locale == wanted), publications[0])
    response = redirect(chosen)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def page(request: PublicationRequest, language: str, path: str) -> HttpResponse:
    """Show a Page. Pages of the same path are translations of each other."""
    pages = Page.objects.filter(path=path).select_related("publication")
    found = {row.publication_id: row for row in pages}
    if language not in found:
        raise Http404("There is no such page.")
    context = {
        "page": found[language],
        "in_languages": {code: row.get_absolute_url() for code, row in found.items()},
    }
    return render(request, "publication/page.html", context)
