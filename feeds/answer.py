"""How a feed goes over the wire: validators, caching, deltas, compression."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from edge.coding import encode, name_coding, weights
from edge.validators import Validators

from .document import Document
from .formats import Format

CACHED = "public, max-age=60, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400"
# Months that are over hardly change, and their validators tell when they do.
CACHED_LONG = "public, max-age=3600, s-maxage=3600, stale-while-revalidate=86400"


def wants_only_news(request: HttpRequest) -> bool:
    """Whether the client takes a feed that holds only what it lacks: `A-IM: feed` (RFC 3229)."""
    return weights(request.headers.get("A-IM", "")).get("feed", 0.0) > 0


def not_modified(request: HttpRequest, validators: Validators, *, archive: bool) -> HttpResponse:
    """304: the client's copy is the current one. Its ETag is the one that a 200 would have."""
    response = _with_headers(request, HttpResponseNotModified(), validators, archive=archive)
    name_coding(request, response)
    return response


def answer(
    request: HttpRequest, feed: Format, document: Document, validators: Validators
) -> HttpResponse:
    """200 with the whole feed, or 226 with what is new since the client's copy (RFC 3229)."""
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    _with_headers(request, response, validators, archive=bool(document.current))
    response.headers["Link"] = ", ".join(_links(document))
    if document.since is not None:
        response.status_code = 226
        response.reason_phrase = "IM Used"
        response.headers["IM"] = "feed"
        # A cache that does not know deltas must not take one for the whole.
        response.headers["Cache-Control"] = "no-store, im"
    encode(request, response)
    return response


def _with_headers(
    request: HttpRequest, response: HttpResponse, validators: Validators, *, archive: bool
) -> HttpResponse:
    validators.put_on(response, request)
    patch_vary_headers(response, ["Accept-Encoding", "A-IM"])
    response.headers["Cache-Control"] = CACHED_LONG if archive else CACHED
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
    return response


def _links(document: Document) -> list[str]:
    """RFC 8288: what WebSub's discovery needs without reading the feed (W3C WebSub §4)."""
    return [
        f'<{document.address}>; rel="self"',
        *(f'<{hub}>; rel="hub"' for hub in document.hubs),
    ]
