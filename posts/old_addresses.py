"""Where what was at an address is now, if anybody wrote it down."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.encoding import iri_to_uri
from django.utils.http import escape_leading_slashes

from sources.models import Publisher

from .merged_addresses import survivor_path
from .models import Redirect

INDEX = "index.html"
_SOURCE = re.compile(r"(/[^/]+/sources/)([^/]+)(/.*)")


@dataclass(frozen=True, slots=True)
class Moved:
    """`address` is percent-encoded; "" where what was there is gone. `is_merged`: into another."""

    address: str
    is_merged: bool = False


def moved_from(path: str) -> Moved | None:
    """Where a decoded path at which nothing is leads to; None where nobody knows.

    Static sites answer `…/index.html` as `…/`; so do we. What was a publisher's before it was
    merged, page or feed, is that of the one that stays.
    """
    if (written := written_of(path)) is not None:
        return written
    if path.endswith(f"/{INDEX}"):
        return Moved(escape_leading_slashes(iri_to_uri(path.removesuffix(INDEX))))
    return None


def written_of(path: str) -> Moved | None:
    """Where a decoded path leads by a Redirect, or because what it named was merged."""
    found = Redirect.objects.select_related("post__section").filter(path=path).first()
    if found is not None:
        return Moved(found.destination)
    if source := _SOURCE.fullmatch(path):
        heir = Publisher.objects.heir_of(source[2])
        if heir is not None:
            address = f"{quote(source[1])}{quote(heir.slug, safe='')}{quote(source[3])}"
            return Moved(address, is_merged=True)
    if target := survivor_path(path):
        return Moved(target, is_merged=True)
    return None
