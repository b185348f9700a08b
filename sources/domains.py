"""From an address to the domains by which a publisher is known. Pure functions."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[^\W_][\w.-]{0,252}")  # names in any script; no IPv6 address

# Many publishers share these: the address says nothing of who it is.
PLATFORMS = frozenset(
    [
        "bsky.app",
        "facebook.com",
        "github.com",
        "linkedin.com",
        "medium.com",
        "reddit.com",
        "t.me",
        "tiktok.com",
        "twitter.com",
        "weibo.com",
        "weixin.qq.com",
        "x.com",
        "youtu.be",
        "youtube.com",
        "zhihu.com",
    ]
)


def domain_of(url: str) -> str:
    """The host of an address in lower case, without `www.` and port; "" if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # such as a port or an IPv6 address that is not one
        return ""
    host = host.rstrip(".").removeprefix("www.")
    return host if _HOST.fullmatch(host) else ""


def candidates(domain: str) -> list[str]:
    """The domain and those above it, nearest first: `a.bbc.co.uk` → `a.bbc.co.uk`, `bbc.co.uk`.

    The last label alone (`uk`) is nobody's. None for a platform, or for a host without a dot.
    """
    labels = domain.split(".")
    above = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    return [] if PLATFORMS.intersection(above) else above
