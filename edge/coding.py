"""Content codings (RFC 9110 §8.4): a response as small as the client can read it."""

import gzip
from typing import Final

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

IDENTITY: Final = "identity"


def encode(request: HttpRequest, response: HttpResponse) -> None:
    """Compress a response in place with the best coding that the client accepts.

    However small it is: a 304, which has nothing to measure, must have the same ETag.
    """
    coding = name_coding(request, response)
    if coding != IDENTITY:
        response.content = _compressed(response.content, coding)
        response.headers["Content-Encoding"] = coding


def name_coding(request: HttpRequest, response: HttpResponse) -> str:
    """Give a response the ETag of the coding in which the client gets it; that coding."""
    patch_vary_headers(response, ["Accept-Encoding"])
    coding = best_coding(request.headers.get("Accept-Encoding", ""))
    if etag := response.headers.get("ETag"):
        response.headers["ETag"] = with_coding(etag, coding)
    return coding


def with_coding(etag: str, coding: str) -> str:
    """The ETag of the same state in a content coding: a strong tag names bytes."""
    return etag if coding == IDENTITY else f'{etag[:-1]}.{coding}"'


def best_coding(accepted: str) -> str:
    """`br`, `gzip` or `identity`, by an Accept-Encoding header (RFC 9110 §12.5.3)."""
    wanted = weights(accepted)
    offered = {coding: wanted.get(coding, wanted.get("*", 0.0)) for coding in ("br", "gzip")}
    best = max(offered, key=lambda coding: offered[coding])
    return best if offered[best] > 0 else IDENTITY


def weights(header: str) -> dict[str, float]:
    """A list with quality values (RFC 9110 §12.4.2): `{"gzip": 0.5}` of `gzip;q=0.5`."""
    return dict(map(_weighed, filter(None, map(str.strip, header.lower().split(",")))))


def _weighed(part: str) -> tuple[str, float]:
    coding, _semicolon, parameter = part.partition(";")
    _q, _equals, weight = parameter.partition("=")
    try:
        return coding.strip(), float(weight or 1)
    except ValueError:
        return coding.strip(), 0.0


def _compressed(content: bytes, coding: str) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(content, quality=5))
    return gzip.compress(content, compresslevel=6, mtime=0)
