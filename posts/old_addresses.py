"""Where what was at an address is now, if anybody wrote it down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db.models import BigIntegerField, CharField, Value
from django.utils.encoding import iri_to_uri
from django.utils.http import escape_leading_slashes

from publication.models import File
from sources.models import Publisher

from .merged_addresses import survivor_path
from .models import Redirect, post_address

INDEX = "index.html"
_SOURCE = re.compile(r"(/[^/]+/sources/)([^/]+)(/.*)")


@dataclass(frozen=True, slots=True)
class Moved:
    """`address` is percent-encoded; "" where what was there is gone. `is_merged`: into another."""

    address: str
    is_merged: bool = False


def found_at(path: str) -> Moved | File | None:
    """What a decoded path at which no page is leads to, or the file that stands there.

    Static sites answer `…/index.html` as `…/`; so do we. What was a publisher's before it was
    merged, page or feed, is that of the one that stays. None where nobody knows.
    """
    # One query for both: most of what is not found is neither.
    moved, file = None, None
    for target, language, section, slug, number in _written_or_kept(path):
        if number is not None:
            file = number
        elif slug is not None:
            moved = Moved(post_address(language, section, slug))
        else:
            moved = Moved(iri_to_uri(target))
    if moved is not None:
        return moved
    if file is not None:
        return File.objects.filter(pk=file).first()
    if (merged := _merged_at(path)) is not None:
        return merged
    if path.endswith(f"/{INDEX}"):
        return Moved(escape_leading_slashes(iri_to_uri(path.removesuffix(INDEX))))
    return None


def written_of(path: str) -> Moved | None:
    """Where a decoded path leads by a Redirect, or because what it named was merged."""
    found = Redirect.objects.select_related("post__section").filter(path=path).first()
    if found is not None:
        return Moved(found.destination)
    return _merged_at(path)


def _written_or_kept(path: str) -> Iterable[tuple[Any, ...]]:
    """(target, language, section, slug, None) of a Redirect; (…, key) of a File."""
    nothing, number = Value(None, CharField()), Value(None, BigIntegerField())
    written = Redirect.objects.filter(path=path).order_by()
    kept = File.objects.filter(path=path).order_by()
    moved = written.values_list(
        "target", "post__publication_id", "post__section__slug", "post__slug", number
    )
    return moved.union(
        kept.values_list(nothing, nothing, nothing, nothing, "pk"), all=True
    ).order_by()


def _merged_at(path: str) -> Moved | None:
    if source := _SOURCE.fullmatch(path):
        heir = Publisher.objects.heir_of(source[2])
        if heir is not None:
            address = f"{quote(source[1])}{quote(heir.slug, safe='')}{quote(source[3])}"
            return Moved(address, is_merged=True)
    if target := survivor_path(path):
        return Moved(target, is_merged=True)
    return None
