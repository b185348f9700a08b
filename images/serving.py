from typing import Final

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from .formats import MEDIA_TYPES

NEVER_STORED: Final = "no-store"


def answer(request: HttpRequest, file: str, caching: str) -> HttpResponseBase:
    """A picture's file, or 304; 404 where it is not there. Whoever asks may see it."""
    etag = f'"{file}"'
    headers = {"Cache-Control": caching, "ETag": etag}
    if not default_storage.exists(file):
        return missing()
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        for name, value in headers.items():
            unchanged[name] = value
        return unchanged
    headers["Content-Length"] = str(default_storage.size(file))
    kind = MEDIA_TYPES[file.rpartition(".")[2]]
    if request.method == "HEAD":
        return HttpResponse(content_type=kind, headers=headers)
    return FileResponse(default_storage.open(file), content_type=kind, headers=headers)


def missing() -> HttpResponse:
    """Not there, or not yet: it may be a minute later, so nobody keeps this answer."""
    headers = {"Cache-Control": NEVER_STORED}
    return HttpResponse("404\n", status=404, content_type="text/plain", headers=headers)
