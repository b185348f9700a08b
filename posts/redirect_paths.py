"""The addresses of redirects: as they are typed, stored and compared. Pure but for the settings."""

import re
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from django.conf import settings

from safeguards.links import is_web_address
from safeguards.text import xml_safe

LONGEST_PATH: Final = 1000
LONGEST_TARGET: Final = 2000
INDEX: Final = "index.html"
_SPACE: Final = re.compile(r"\s")
_OWN: Final = re.compile(r"/(?![/\\])")


def old_path(typed: str) -> str:
    """The decoded path that is typed as an old one, or as an address of this site; else ""."""
    local = _local(xml_safe(typed).strip())
    path = unquote(local.partition("?")[0].partition("#")[0])
    return path if fits(path) else ""


def fits(path: str) -> bool:
    """Whether a decoded path can be an old one."""
    is_own = _OWN.match(path) is not None
    return is_own and len(path) <= LONGEST_PATH and path.isprintable()


def new_address(typed: str) -> str:
    """The address that is typed as a new one: a path of this site or an http(s) address; else "".

    A path stays readable: of it only what an address cannot hold is percent-encoded.
    """
    typed = xml_safe(typed).strip()
    local = _local(typed)
    if _OWN.match(local):
        path, mark, rest = _parted(local)
        address = f"{stored(unquote(path))}{mark}{_SPACE.sub('%20', rest)}"
    else:
        address = typed if is_web_address(typed) else ""
    is_short = len(address) <= LONGEST_TARGET
    return address if is_short and address.isprintable() and not _SPACE.search(address) else ""


def stored(path: str) -> str:
    """A decoded path as it stands in `Redirect.target`."""
    return _SPACE.sub(lambda it: quote(it[0]), path.replace("%", "%25").replace("?", "%3F"))


def path_in(target: str) -> str:
    """The decoded path to which a stored target leads; "" where that is another site."""
    local = _local(target)
    return unquote(_parted(local)[0]) if _OWN.match(local) else ""


def rest_of(target: str) -> str:
    """The query and the fragment of a stored target: `?a=b#c`."""
    _path, mark, rest = _parted(target)
    return f"{mark}{rest}"


def same(one: str, other: str) -> bool:
    """Whether two decoded paths are answered alike: `/a`, `/a/` and `/a/index.html`."""
    return _bare(one) == _bare(other)


def spellings(path: str) -> set[str]:
    """The decoded paths that are answered as this one is."""
    bare = _bare(path)
    return {path, bare, f"{bare}/", f"{bare}/{INDEX}"} - {""}


def targets_to(path: str) -> set[str]:
    """Every way in which a stored target may lead to a decoded path, older ways included."""
    found = set()
    for one in spellings(path):
        ways = {one, stored(one), quote(one)}
        found |= ways | {f"{settings.SITE_URL}{way}" for way in ways}
    return found


def _bare(path: str) -> str:
    return path.removesuffix(f"/{INDEX}").rstrip("/")


def _parted(local: str) -> tuple[str, str, str]:
    """What is before a query or a fragment, its mark, and what follows."""
    found = re.search(r"[?#]", local)
    return (local[: found.start()], found[0], local[found.end() :]) if found else (local, "", "")


def _local(address: str) -> str:
    """An address without this site's name; another site's stays as it is."""
    try:
        parts = urlsplit(address)
        own = urlsplit(settings.SITE_URL)
        is_own = parts.netloc.lower() in {own.netloc, f"www.{own.netloc}"}
    except ValueError:
        return address
    if parts.scheme in ("http", "https") and is_own:
        return address[len(parts.scheme) + 3 + len(parts.netloc) :] or "/"
    return address
