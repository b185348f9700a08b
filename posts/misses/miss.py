"""A request for what is not there, as far as it is kept. Pure."""

import re
from datetime import date
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings

LONGEST_PATH: Final = 500
LONGEST_REFERRER: Final = 300

NOISE: Final = ""
"""The path that stands for all that scanners ask for."""

# What is no page that a reader could look for.
_NOT_PAGES: Final = ("/admin/", "/static/", "/media/", "/healthz")
_NOISE: Final = re.compile(
    r"\.(?:php\d?|phtml|aspx?|jspx?|cgi|env|git|svn|hg|sql|bak|old|orig|swp|log|ini|conf|ya?ml|toml"
    r"|sh|py|rb|exe|dll|zip|rar|7z|t?gz|tar|pem|key|crt|lock|map)(?:[./~].*)?$"
    r"|/\.(?!well-known/)"
    r"|^/+(?:wp|wordpress|cgi-bin|phpmyadmin|pma|myadmin|vendor|actuator|solr|console|boaform|hnap1"
    r"|owa|ecp|autodiscover|telescope|_ignition|_profiler|server-status|manager|jenkins|geoserver"
    r"|\.well-known|sdk|evox|druid|nmaplowercheck\d*)(?:[-/]|$)"
    r"|/wp-(?:admin|content|includes|json|login)"
    r"|^/(?:ads|app-ads|humans|security|llms|llms-full)\.txt$"
    r"|^/(?:apple-touch-icon|favicon|browserconfig|crossdomain|clientaccesspolicy|sitemap)[^/]*$"
    r"|\.\./|[<>\"`{}\\|]|%00|\$\(|(?:select|union)[ +].*from|etc/passwd",
    re.IGNORECASE,
)


class Miss(NamedTuple):
    """`path` is decoded, or `NOISE`; `referrer` a path of ours, `host/path` of others, or ""."""

    path: str
    day: date
    referrer: str


def miss(target: str, day: date, referer: str) -> Miss | None:
    """What is kept of a request for a percent-encoded target; None for what is no page."""
    path = unquote(target.partition("?")[0].partition("#")[0])
    if path.startswith(_NOT_PAGES):
        return None
    if is_noise(path):
        return Miss(NOISE, day, "")
    return Miss(path, day, referrer(referer))


def is_noise(path: str) -> bool:
    """Whether nobody but a scanner, or a program that asks every site, asks for a path."""
    return (
        not path.startswith("/")
        or len(path) > LONGEST_PATH
        or not path.isprintable()
        or "\N{REPLACEMENT CHARACTER}" in path
        or _NOISE.search(path) is not None
    )


def referrer(referer: str) -> str:
    """The page that a Referer header names: without query, and without a host if it is ours."""
    try:
        parts = urlsplit(referer)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    path = unquote(parts.path) or "/"
    page = path if host in own_hosts() else f"{host.removeprefix('www.')}{path}"
    return page[:LONGEST_REFERRER] if page.isprintable() else ""


def own_hosts() -> set[str]:
    """The names under which this site is asked."""
    return {urlsplit(settings.SITE_URL).hostname or "", *settings.ALLOWED_HOSTS}
