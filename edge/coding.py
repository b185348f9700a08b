"""Content codings (RFC 9110 §8.4): a response as small as the client can read it."""

import gzip
from typing import Final

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from .validators import with_coding

# Smaller than this, headers cost more than they save.
SMALLEST: Final = 500


def encode(request: HttpRequest, response: HttpResponse) -> None:
    """Compress a response in place with the best coding that the client accepts."""
    patch_vary_headers(response, ["Accept-Encoding"])
    coding = best_coding(request.headers.get("Accept-Encoding", ""))
    if coding == "identity" or len(response.content) < SMALLEST:
        return
    response.content = _compressed(response.content, coding)
    response.headers["Content-Encoding"] = coding
    if etag := response.headers.get("ETag"):
        response.headers["ETag"] = with_coding(etag, coding)


def best_coding(accepted: str) -> str:
    """`br`, `gzip` or `identity`, by an Accept-Encoding header (RFC 9110 §12.5.3)."""
    weights = dict(map(_weighed, filter(None, map(str.strip, accepted.lower().split(",")))))
    wildcard = weights.get("*", 0.0)
    offered = {coding: weights.get(coding, wildcard) for coding in ("br", "gzip")}
    best = max(offered, key=lambda coding: offered[coding])
    return best if offered[best] > 0 else "identity"


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
