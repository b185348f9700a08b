"""Which feed a request was for."""

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
    try:
        view = resolve(path).func
    except Resolver404:
        return None
    if not isinstance(view, ServedFeed) or isinstance(view, ArchiveFeed):
        return None
    if query and path.split("/")[2:3] == [_ALGEBRA]:
        path = f"{path}?{unquote(query)}"
    return path if len(path) <= _LONGEST and path.isprintable() else None
