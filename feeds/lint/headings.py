import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from posts.checks import Level, Remark

from .entry import Entry, piece

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)


def headings_out_of_order(entry: Entry) -> Iterator[Remark]:
    """A heading that leaves a level out: pages renumber headings, feeds carry them as stored."""
    above = 0
    for heading in _HEADING.finditer(entry.post.body):
        level = int(heading[1])
        if above and level > above + 1:
            message = _("A heading of level %(level)s comes right after one of level %(above)s.")
            yield Remark(
                Level.HINT,
                "heading-order",
                message % {"level": level, "above": above},
                piece(heading[2]),
            )
        above = level
