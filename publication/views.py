from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .chosen import chosen, keep
from .headings import in_order
from .known import known
from .manifest import manifest_of
from .models import Page
from .negotiation import preferred
from .pictures import unhurried
from .requests import PublicationRequest
from .tables_and_code import aligned, reachable

MANIFEST_TYPE: Final = "application/manifest+json; charset=utf-8"


def root(request: HttpRequest) -> HttpResponse:
    """Lead from `/` to the language that the reader chose, or the browser wants, or the first."""
    publications = known()
    if not publications:
        raise Http404("There is no publication yet.")
    header = request.headers.get("Accept-Language", "")
    found = chosen(request, publications) or preferred(header, publications) or publications[0]
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponseRedirect(found.get_absolute_url() + (f"?{query}" if query else ""))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    # One reader's answer is not another's.
    response.headers["Cache-Control"] = "private, no-store"
    return response


# The pages that hold the form are the same for everybody, so they can hold no token; what another
# site could bring about is that a reader's `/` leads to another language.
@csrf_exempt
@require_POST
def choose_language(request: PublicationRequest, language: str) -> HttpResponse:
    """Let `/` lead to a language from now on; go on at `next`, a path of this site."""
    goal = request.POST.get("next", "")
    # The host is none: a path alone is allowed, so no other site can be the goal.
    if not goal.startswith("/") or not url_has_allowed_host_and_scheme(goal, allowed_hosts=None):
        goal = request.publication.get_absolute_url()
    response = HttpResponseRedirect(goal)
    response.status_code = 303
    keep(response, request.publication)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def manifest(request: PublicationRequest, language: str) -> HttpResponse:
    """What a device needs to keep the site beside its apps."""
    response = JsonResponse(
        manifest_of(request.publication),
        content_type=MANIFEST_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def page(request: PublicationRequest, language: str, path: str) -> HttpResponse:
    """Show a Page. Pages of the same path are translations of each other."""
    pages = Page.objects.filter(path=path).select_related("publication")
    found = {row.publication_id: row for row in pages}
    if language not in found:
        raise Http404("There is no such page.")
    context = {
        "page": found[language],
        "body": unhurried(aligned(reachable(in_order(found[language].body)))),
        "in_languages": {code: row.get_absolute_url() for code, row in found.items()},
    }
    return render(request, "publication/page.html", context)
