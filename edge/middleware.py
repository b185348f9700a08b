"""Sends reader pages compressed."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .coding import encode


class CompressionMiddleware:
    """Compresses HTML that holds no secret.

    Pages to which cookies are sent may hold one, such as a CSRF token, which the length of what is
    compressed would betray (https://www.breachattack.com/): they go out as they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_open_page(request, response):
            encode(request, response)
            response.headers["Content-Length"] = str(len(response.content))
        return response


def _is_open_page(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        response.headers.get("Content-Type", "").startswith("text/html")
        and not response.streaming
        and not response.has_header("Content-Encoding")
        and not response.cookies
        and not request.path_info.startswith(settings.SESSION_COOKIE_PATH)
    )
