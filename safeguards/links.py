"""Links within HTML: relative ones made absolute without touching anything else."""

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

_TAG = re.compile(r"<[A-Za-z](?:[^\"'<>]|\"[^\"]*\"|'[^']*')*+>")
_ATTRIBUTE = re.compile(r"(\s([A-Za-z-]+)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)")
_ADDRESSES = frozenset({"href", "src", "poster", "cite", "longdesc"})
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(\s[^,]*)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def absolute_links(html: str, base: str, *, fragments: bool = False) -> str:
    """Return the HTML with relative addresses resolved against `base`.

    Byte for byte the same where nothing is relative or `base` is not an http(s) address. Links
    within the page (`#top`) stay, since they work wherever the whole content stands, except with
    `fragments`, for readers that rewrite ids.
    """
    if not is_web_address(base):
        return html
    return moved_links(html, lambda address: _moved(address, base, fragments=fragments))


def moved_links(html: str, moved: Callable[[str], str]) -> str:
    """Return the HTML with what `moved` makes of each address in it, as written there, unescaped.

    Byte for byte the same where it makes nothing else of them.
    """

    def written(attribute: re.Match[str]) -> str:
        return _written(attribute, moved)

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(written, tag[0]), html)


def absolute(address: str, base: str) -> str:
    """Return an http(s) address for a link that may be relative; "" for anything else."""
    address = address.strip()
    if address and not _SCHEME.match(address) and is_web_address(base):
        address = _joined(base, address)
    return address if is_web_address(address) else ""


def is_web_address(address: str) -> bool:
    """Tell an absolute http(s) address with a host from everything else."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in address
    except ValueError:
        return False


def _written(found: re.Match[str], moved: Callable[[str], str]) -> str:
    name, value = found[2].lower(), found[3]
    quote = value[0] if value[0] in "\"'" else ""
    written = unescape(value[1:-1] if quote else value)
    if name in _ADDRESSES:
        resolved = moved(written)
    elif name == "srcset":
        resolved = _CANDIDATE.sub(lambda it: moved(it[1]) + (it[2] or ""), written)
    else:
        return found[0]
    return found[0] if resolved == written else f'{found[1]}"{escape(resolved)}"'


def _moved(address: str, base: str, *, fragments: bool) -> str:
    bare = address.strip()
    within = bare.startswith("#") and not fragments
    if not bare or within or _SCHEME.match(bare):
        return address
    return _joined(base, bare)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
