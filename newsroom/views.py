"""Pages that belong to no app: errors and the health check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.templatetags.static import static

from publication.known import known
from publication.middleware import activate


def healthz(_request: HttpRequest) -> HttpResponse:
    """Say that the web server lives; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, in the language of the address or else the first one."""
    if not hasattr(request, "publication"):
        code = request.path_info.split("/", 2)[1]
        publications = list(known())
        named = [row for row in publications if row.code == code]
        for row in [*named, *publications][:1]:
            activate(request, row, publications)
    return render(request, "404.html", status=404)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Say that something broke. Asks nothing of the database and of no context processor."""
    return HttpResponse(
        loader.render_to_string("500.html", {"stylesheet": _stylesheet()}), status=500
    )


def _stylesheet() -> str:
    """The address of the style sheet; "" where the static files were not collected."""
    try:
        return static("site.css")
    except ValueError:
        return ""
