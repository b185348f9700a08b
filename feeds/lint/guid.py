from collections.abc import Iterator

from django.utils.translation import gettext as _

from posts.checks import Level, Remark
from posts.models import Post

from .entry import Entry


def duplicate_guid(entry: Entry) -> Iterator[Remark]:
    """A guid that some readers take for another post's.

    Equal ones the database refuses. But imported guids are often addresses, and to some readers
    http and https, with `www.` and without, with a slash at the end and without are one.
    """
    guid = entry.post.guid
    spellings = _alike(guid) if guid is not None else set()
    if not spellings:
        return
    alike = Post.objects.filter(guid__in=spellings).exclude(pk=entry.post.pk)
    for title in alike.values_list("title", flat=True)[:3]:
        message = _(
            "Feed readers may take it for another post, as their guids are nearly the same."
        )
        yield Remark(Level.BROKEN, "duplicate-guid", message, title)


def _alike(guid: str) -> set[str]:
    """The spellings of an http(s) address that such readers take for the same."""
    scheme, mark, rest = guid.partition("://")
    if not mark or scheme.lower() not in {"http", "https"}:
        return set()
    host, slash, path = rest.partition("/")
    bare = host.lower().removeprefix("www.")
    end = f"{slash}{path}".rstrip("/")
    return {
        f"{one}://{name}{last}"
        for one in ("http", "https")
        for name in {host, bare, f"www.{bare}"}
        for last in (end, f"{end}/")
    }
