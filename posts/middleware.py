"""Answers where nothing else does, old addresses and files; counts what nobody knows."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render

from publication.files.answer import answer
from publication.models import File

from .misses.memory import Memory
from .misses.request import miss_of
from .old_addresses import found_at

type GetResponse = Callable[[HttpRequest], HttpResponseBase]


class RedirectMiddleware:
    """Looks up where a path that was not found has gone, or the file that stands there.

    The query string is kept.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if (
            "\0" in request.path_info
        ):  # in no address of ours, and PostgreSQL refuses to look for it
            raise Http404
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        found = found_at(request.path_info)
        if found is None:
            return response
        if isinstance(found, File):
            is_asked_for = request.method in ("GET", "HEAD")
            return (is_asked_for and answer(request, found)) or response
        if found.address:
            lead = _merged if found.is_merged else _moved
            return lead(request, found.address)
        return render(request, "410.html", status=410)


class MissesMiddleware:
    """Counts what is not found, where no access log tells of it (`ACCESS_LOG=off`).

    A miss costs a look into a dictionary; once a minute what came together is written.
    """

    def __init__(self, get_response: GetResponse) -> None:
        if settings.ACCESS_LOG is not None:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.memory = Memory()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code == 404 and (miss := miss_of(request)) is not None:
            self.memory.add(miss)
        self.memory.write_if_due()
        return response


def _moved(request: HttpRequest, target: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    if query:
        address, hash_, fragment = target.partition("#")
        joined = "&" if "?" in address else "?"
        target = f"{address}{joined}{query}{hash_}{fragment}"
    return HttpResponsePermanentRedirect(target)


def _merged(request: HttpRequest, target: str) -> HttpResponse:
    """As `_moved`; feed readers in browsers may follow. A merge can be taken back: not for ever."""
    response = _moved(request, target)
    response.headers["Cache-Control"] = "public, max-age=86400"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
