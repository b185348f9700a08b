"""Links to other sites: which to look at, what came of it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from urllib.parse import urldefrag

from django.conf import settings
from django.utils import timezone

from feeds.models import LinkCheck
from feeds.models.link_check import LONGEST_URL
from posts.models import Post
from safeguards.fetch import FetchError, fetch

from .entry import Entry

MOST: Final = 50
_SECONDS: Final = 10.0
_MAX_BYTES: Final = 2_000_000
# What was not there may have been there again by the evening; what is there stays for a while.
_FRESH: Final = timedelta(days=30)
_FRESH_IF_DEAD: Final = timedelta(days=1)
_KEPT: Final = timedelta(days=180)


def foreign_links(entry: Entry) -> dict[str, str]:
    """The first `MOST` links of an entry to other sites: as written → as fetched."""
    return dict(list(_foreign(entry.web_links))[:MOST])


def due_links(post: Post) -> list[str]:
    """The addresses that a post links to and that nobody has looked at lately."""
    urls = list(dict.fromkeys(foreign_links(Entry(post)).values()))
    now = timezone.now()
    known = {
        check.url: check.checked_at + (_FRESH_IF_DEAD if check.is_dead else _FRESH)
        for check in LinkCheck.objects.filter(url__in=urls)
    }
    return [url for url in urls if known.get(url, now) <= now]


def look_at(url: str) -> LinkCheck:
    """Ask for an address and store what came. No answer is none: it says nothing of the link."""
    try:
        status: int | None = fetch(url, timeout=_SECONDS, max_bytes=_MAX_BYTES).status
    except FetchError:
        status = None
    values = {"status": status, "checked_at": timezone.now()}
    check, _created = LinkCheck.objects.update_or_create(url=url, defaults=values)
    return check


def forget_old() -> None:
    """Delete what was found so long ago that it says nothing any more."""
    LinkCheck.objects.filter(checked_at__lt=timezone.now() - _KEPT).delete()


def _foreign(links: list[str]) -> Iterator[tuple[str, str]]:
    for link in links:
        url = urldefrag(link).url
        is_own = url == settings.SITE_URL or url.startswith(f"{settings.SITE_URL}/")
        if not is_own and len(url.encode()) <= LONGEST_URL and url.isprintable():
            yield link, url
