import re
from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from posts.checks import Level, Remark

from .entry import Entry, shown

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def relative_link(entry: Entry) -> Iterator[Remark]:
    """An address that depends on where the post stands: `picture.png`, `../other/`.

    Feeds make every address absolute, so `/en/about/` is right anywhere; but these lead elsewhere
    from every other place that the text is taken to, and rarely where they were meant to.
    """
    for link in dict.fromkeys(chain(entry.values("href"), entry.values("src"))):
        if link.startswith(("/", "#")) or _SCHEME.match(link):
            continue
        message = (
            _("An address depends on where the post stands: begin it with https:// or with /.")
            if link
            else _("A link or a picture has no address.")
        )
        yield Remark(Level.BROKEN, "relative-link", message, shown(link))
