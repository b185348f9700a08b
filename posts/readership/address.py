"""What stands in a post's address."""

from typing import NamedTuple
from urllib.parse import unquote

from django.urls import Resolver404, resolve


class Address(NamedTuple):
    """Where a post stands: `/<language>/posts/<section>/<slug>/`, decoded."""

    language: str
    section: str
    slug: str


def address_in(target: str) -> Address | None:
    """The address that a request's target has the form of; None where it is no post's.

    There may be no such post, or it may have moved: that says the database.
    """
    path = unquote(target.partition("?")[0])
    # Neither stands in any address of ours, and the first not in PostgreSQL at all.
    if "\0" in path or "\N{REPLACEMENT CHARACTER}" in path:
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return Address(**match.kwargs) if match.view_name == "posts:post" else None
