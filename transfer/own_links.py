"""Links of an old site to itself, in texts that move."""

import re
from collections.abc import Collection, Iterator
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from safeguards.links import moved_links

_ADDRESS: Final = re.compile(
    r"\s(?:src|href|poster)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_CANDIDATES: Final = re.compile(r"\ssrcset\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def without_host(html: str, hosts: Collection[str]) -> str:
    """The HTML with links to `hosts` as paths, which lead on wherever the site stands then."""
    return moved_links(html, lambda address: _bare(address, hosts))


def own_addresses(html: str, hosts: Collection[str]) -> Iterator[str]:
    """The absolute addresses below `hosts` to which the HTML leads, or that it shows."""
    for match in _ADDRESS.finditer(html):
        if is_own(address := unescape(match[1] or match[2] or "").strip(), hosts):
            yield address
    for match in _CANDIDATES.finditer(html):
        for candidate in unescape(match[1] or match[2] or "").split(","):
            if is_own(address := candidate.strip().partition(" ")[0], hosts):
                yield address


def is_own(address: str, hosts: Collection[str]) -> bool:
    """Whether an absolute address is one of the old site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "") and parts.netloc.lower() in hosts


def _bare(address: str, hosts: Collection[str]) -> str:
    bare = address.strip()
    if not bare or not is_own(bare, hosts):
        return address
    parts = urlsplit(bare)
    return parts._replace(scheme="", netloc="", path=parts.path or "/").geturl()
