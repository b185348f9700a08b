"""Answers old addresses where nothing else answers."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.encoding import iri_to_uri
from django.utils.http import escape_leading_slashes

from .merged_addresses import survivor_path
from .models import Redirect

INDEX = "index.html"


class RedirectMiddleware:
    """Looks a path that was not found up among the Redirects and the merged terms.

    Static sites answer `…/index.html` as `…/`; so does this. The query string is kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            "\0" in request.path_info
        ):  # in no address of ours, and PostgreSQL refuses to look for it
            raise Http404
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        return self._old_address(request) or response

    def _old_address(self, request: HttpRequest) -> HttpResponse | None:
        path = request.path_info
        found = Redirect.objects.select_related("post__section").filter(path=path).first()
        if found is None:
            if target := survivor_path(path):
                return _merged(request, target)
            if path.endswith(f"/{INDEX}"):
                folder = escape_leading_slashes(iri_to_uri(path.removesuffix(INDEX)))
                return _moved(request, folder)
            return None
        if target := found.destination:
            return _moved(request, target)
        return render(request, "410.html", status=410)


def _moved(request: HttpRequest, target: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)


def _merged(request: HttpRequest, target: str) -> HttpResponse:
    """As `_moved`; feed readers in browsers may follow. A merge can be taken back: not for ever."""
    response = _moved(request, target)
    response.headers["Cache-Control"] = "public, max-age=86400"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
