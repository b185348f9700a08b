"""What a request for the desk says, fit to be looked up and stored."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict

_LONGEST: Final = 18
"""Digits of a key of the database: `int` refuses thousands of them, and no column holds more."""


def number(text: str) -> int | None:
    """The whole number that a text is; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else None


class NoNulMiddleware:
    """Leaves NUL characters out of what is sent to the desk.

    Nobody types one, PostgreSQL stores none, and refuses to look for one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/"):
            if "%00" in request.META.get("QUERY_STRING", ""):
                request.GET = _without_nul(request.GET)  # type: ignore[assignment]
            if request.method == "POST" and _holds_nul(request.POST):
                request.POST = _without_nul(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


def _holds_nul(data: QueryDict) -> bool:
    return any("\0" in str(value) for _name, values in data.lists() for value in values)


def _without_nul(data: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in data.lists():
        kept.setlist(name.replace("\0", ""), [str(value).replace("\0", "") for value in values])
    kept._mutable = False
    return kept
