"""Which feeds show a list: their addresses are WebSub's topics."""

from django.urls import Resolver404, resolve, reverse

from feeds.formats import FORMATS
from feeds.views import ServedFeed
from posts.keys import EVERYTHING
from publication.addresses import absolute


def topics_of(key: str) -> list[str]:
    """The addresses of a list's feeds, one a format, as each gives its own (`self`).

    `key` is the list's (`posts.keys`). What has no feed has no topics.
    """
    path = "/" if key == EVERYTHING else f"/{key}/"
    return [address for form in FORMATS if (address := _address(f"{path}{form.file}"))]


def _address(path: str) -> str:
    """The address of the feed at a decoded path, "" if there is none."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    if not isinstance(match.func, ServedFeed):
        return ""
    return absolute(reverse(match.view_name, kwargs=match.kwargs))
