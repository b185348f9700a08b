"""Answers old addresses where nothing else answers, and counts those that nobody knows."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from .misses.memory import Memory
from .misses.request import miss_of
from .old_addresses import moved_from

type GetResponse = Callable[[HttpRequest], HttpResponse]


class RedirectMiddleware:
    """Looks up where a path that was not found has gone. The query string is kept."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            "\0" in request.path_info
        ):  # in no address of ours, and PostgreSQL refuses to look for it
            raise Http404
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        moved = moved_from(request.path_info)
        if moved is None:
            return response
        if moved.address:
            lead = _merged if moved.is_merged else _moved
            return lead(request, moved.address)
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

    def __call__(self, request: HttpRequest) -> HttpResponse:
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
