"""Counts views of posts in what was read of an access log."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from edge.access_log.lines import Request
from publication.models import Publication

from .address import Address, address_in
from .people import is_view
from .store import Views, add, posts_at


def count_views(requests: Sequence[Request]) -> int:
    """Add the views among requests to those that are stored; how many those were.

    Three queries, however many posts were read.
    """
    seen = list(_seen(requests, until=timezone.now() + timedelta(days=1)))
    posts = posts_at({address for address, _at in seen})
    zones = {row.code: row.zone for row in Publication.objects.all()}
    views: Views = Counter()
    for address, at in seen:
        if address in posts:
            views[posts[address], at.astimezone(zones[address.language]).date()] += 1
    return add(views)


def _seen(requests: Iterable[Request], until: datetime) -> Iterator[tuple[Address, datetime]]:
    """Which posts' addresses people saw, and when; nothing that a wrong clock dates later."""
    addresses: dict[str, Address | None] = {}
    for request in requests:
        if not is_view(request) or request.at > until:
            continue
        path = request.target.partition("?")[0]
        if path not in addresses:
            addresses[path] = address_in(path)
        address = addresses[path]
        if address is not None:
            yield address, request.at
