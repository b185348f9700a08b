"""What a polled feed is about, and how often it changed."""

from datetime import UTC, date, datetime, time

from django.http import Http404
from django.urls import Resolver404, resolve

from feeds.scope import Scope
from feeds.views import ServedFeed
from posts.models import Revision
from publication.known import known


def scope_at(path: str) -> Scope | None:
    """The scope of the feed at a path as `polled` keeps it; None where there is none any more.

    For a feed of somebody's own choice it is the whole language, of which that is a part.
    """
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return None
    if not isinstance(match.func, ServedFeed):
        return None
    named = dict(match.kwargs)
    code = named.pop("language", None)
    if code is not None:
        named["publication"] = next((row for row in known() if row.code == code), None)
        if named["publication"] is None:
            return None
    try:
        return match.func.find(**named)
    except Http404:
        return None


def changes_since(scope: Scope | None, day: date) -> int:
    """At most how often what a scope holds was changed since a day (UTC) began."""
    if scope is None:
        return 0
    since = datetime.combine(day, time(), tzinfo=UTC)
    posts = scope.posts.order_by().values("pk")
    return Revision.objects.filter(post__in=posts, at__gte=since).count()
