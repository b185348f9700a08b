"""Serves a file so that nothing in it can harm a reader of the site, whatever it holds."""

from typing import Final

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from publication.models import File

from .kinds import is_attachment
from .ranges import Part, UnsatisfiableError, range_asked

CACHING: Final = "public, max-age=3600"
# An SVG with a script in it, opened by itself, is a page without an origin that loads nothing.
POLICY: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


def answer(request: HttpRequest, file: File) -> HttpResponseBase | None:
    """A file, a part of it, or that it is unchanged; None where its bytes are not there."""
    etag = f'"{file.digest}"'
    headers = {
        "Cache-Control": CACHING,
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return _with(unchanged, headers)
    if not default_storage.exists(file.stored_as):
        return None
    headers["Content-Type"] = file.media_type
    if is_attachment(file.media_type):
        name = file.path.rpartition("/")[2]
        said = content_disposition_header(as_attachment=True, filename=name)
        headers["Content-Disposition"] = said or "attachment"
    try:
        part = range_asked(request, file.size, etag) if request.method == "GET" else None
    except UnsatisfiableError:
        headers |= {"Content-Range": f"bytes */{file.size}", "Content-Length": "0"}
        return HttpResponse(status=416, headers=headers)
    sent = range(file.size) if part is None else part
    headers["Content-Length"] = str(len(sent))
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    status = 200
    if part is not None:
        headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{file.size}"
        status = 206
    body = Part(default_storage.open(file.stored_as).open("rb"), sent)
    return StreamingHttpResponse(body, status=status, headers=headers)


def _with(response: HttpResponseBase, headers: dict[str, str]) -> HttpResponseBase:
    for name, value in headers.items():
        response[name] = value
    return response
