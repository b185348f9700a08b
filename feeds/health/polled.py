"""Which feed a request was for."""

from functools import lru_cache
from urllib.parse import unquote

from django.urls import Resolver404, resolve

from feeds.models import DailyPolls
from feeds.views import ArchiveFeed, ServedFeed

# Whose feeds are made of what the query says; elsewhere a query is noise that clients add.
_ALGEBRA = "feeds"
_LONGEST = DailyPolls._meta.get_field("path").max_length or 0


def feed_at(target: str) -> str | None:
    """A feed's decoded path, with its query if that is part of it, for a request's target.

    None for what is no feed, and for the archives of one, to which nobody subscribes. There may be
    no such tag: whether it is there, the answer's status says.
    """
    path, _mark, query = target.partition("?")
    path = unquote(path)
    if not _is_feed(path):
        return None
    if query and path.split("/")[2:3] == [_ALGEBRA]:
        path = f"{path}?{unquote(query)}"
    return path if len(path) <= _LONGEST and path.isprintable() else None


@lru_cache(maxsize=10_000)  # most of a log asks for the same again, with another query
def _is_feed(path: str) -> bool:
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    return isinstance(view, ServedFeed) and not isinstance(view, ArchiveFeed)
