from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from posts.checks import Level, Remark

from .entry import Entry

LONGEST: Final = 110


def long_title(entry: Entry) -> Iterator[Remark]:
    """A headline that lists of entries cut off (and Google's article markup, from 110 on)."""
    length = len(entry.post.title)
    if length > LONGEST:
        message = _("The headline has %(length)s characters: beyond %(limit)s readers cut it off.")
        yield Remark(Level.HINT, "long-title", message % {"length": length, "limit": LONGEST})
