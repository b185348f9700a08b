from collections.abc import Iterator
from typing import Final

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from posts.checks import Level, Remark
from posts.syndication import content_with_sources

from .entry import Entry

LARGEST: Final = 500_000  # bytes, a tenth of what some readers take for a whole feed


def large_entry(entry: Entry) -> Iterator[Remark]:
    """A text so large that readers give up on the feed, or cut it."""
    size = len(content_with_sources(entry.post).encode())
    if size > LARGEST:
        message = _("The text has %(size)s, more than many readers take. Move some of it to pages.")
        yield Remark(Level.BROKEN, "large-entry", message % {"size": filesizeformat(size)})
