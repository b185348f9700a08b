"""Fetching an address that somebody else chose, without being turned against our own network."""

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import httpcore
import httpx

from .addresses import FetchError
from .connection import CheckedBackend, Deadline
from .decoding import ACCEPTED_ENCODINGS, read_body

__all__ = ["FetchError", "Fetched", "fetch"]

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_USERINFO: Final = re.compile(r"//[^/?#]*@")
_USER_AGENT: Final = "Newsroom (curated-news CMS)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A server's last answer, whatever its status: 404 and 304 are answers too.

    `url` is where redirects ended. `headers` are found by name in any case. `content` is decoded.
    `content_type` is the media type in lower case without parameters, empty if there is none.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    content_type: str


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    max_bytes: int = 10_000_000,
    timeout: float = 20.0,
    max_redirects: int = 5,
    accept: str = "*/*",
) -> Fetched:
    """What a GET of an http or https address answers.

    `timeout` is in seconds and for everything together: look-ups, redirects, the last byte.
    `max_bytes` counts the decoded body. Each address on the way must be public, unless
    `allow_private`; a redirect must not lead from https to http. Proxies of the environment are
    not used. Raises `FetchError` for whatever goes wrong.
    """
    deadline = Deadline(timeout)
    target = _parsed(url)
    backend = CheckedBackend(deadline, allow_private=allow_private)
    try:
        with httpcore.ConnectionPool(_tls(), network_backend=backend) as pool:
            for _ in range(max_redirects + 1):
                fetched, location = _get(pool, target, accept, max_bytes)
                if location is None:
                    return fetched
                target = _redirected(target, location)
    except FetchError as error:
        raise FetchError(f"{_shown(url)}: {error}") from None
    except httpcore.TimeoutException:
        raise FetchError(f"{_shown(url)}: No full answer within {timeout:g} seconds.") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(f"{_shown(url)}: {_reason(error)}") from error
    raise FetchError(f"{_shown(url)}: More than {max_redirects} redirects.")


def _get(
    pool: httpcore.ConnectionPool, target: httpx.URL, accept: str, max_bytes: int
) -> tuple[Fetched, str | None]:
    """One answer, and where it redirects to."""
    headers: list[tuple[str, str | bytes]] = [
        ("Host", target.netloc),
        ("Accept", accept),
        ("Accept-Encoding", ACCEPTED_ENCODINGS),
        ("User-Agent", _USER_AGENT),
    ]
    address = httpcore.URL(
        scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path
    )
    with pool.stream("GET", address, headers=headers) as response:
        found = httpx.Headers(response.headers)
        if response.status in _REDIRECTS and "location" in found:
            return Fetched(str(target), response.status, found, b"", ""), found["location"]
        content = read_body(
            response.iter_stream(), encoding=found.get("content-encoding", ""), max_bytes=max_bytes
        )
    media_type = found.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(str(target), response.status, found, content, media_type), None


def _redirected(source: httpx.URL, location: str) -> httpx.URL:
    try:
        target = source.join(location)
    except (httpx.InvalidURL, ValueError):
        raise FetchError("It redirects to what is not an address.") from None
    if source.scheme == "https" and target.scheme == "http":
        raise FetchError("It redirects from https to http.")
    return _checked(target)


def _parsed(url: str) -> httpx.URL:
    try:
        return _checked(httpx.URL(url.strip()))
    except FetchError as error:
        raise FetchError(f"{_shown(url)}: {error}") from None
    except (httpx.InvalidURL, ValueError):  # ValueError: a lone surrogate
        raise FetchError(f"{_shown(url)}: That is not an address.") from None


def _checked(target: httpx.URL) -> httpx.URL:
    if target.scheme not in ("http", "https"):
        raise FetchError("Only http and https addresses can be fetched.")
    if target.userinfo:
        raise FetchError("An address with a user name or password in it is not fetched.")
    if not target.host:
        raise FetchError("The address names no host.")
    if target.port is not None and not 0 < target.port < 65536:
        raise FetchError("That is not an address: there is no such port.")
    return target.copy_with(fragment=None)


def _reason(error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"Its certificate is not valid: {cause.verify_message}"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpcore.ConnectError):
        return "No connection could be made."
    return "The connection broke, or what came is not HTTP."


def _shown(url: str) -> str:
    """The address on one line of a message, its password left out."""
    line = _USERINFO.sub("//…@", " ".join("".join(filter(str.isprintable, url)).split()))
    return line if len(line) <= 200 else f"{line[:199]}…"


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()
