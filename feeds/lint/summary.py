from collections.abc import Iterator

from django.utils.translation import gettext as _

from posts.checks import Level, Remark

from .entry import Entry


def empty_summary(entry: Entry) -> Iterator[Remark]:
    """No standfirst: what readers show in their lists is then cut out of the text."""
    if not entry.post.summary:
        message = _("There is no standfirst: lists show how the text begins.")
        yield Remark(Level.HINT, "empty-summary", message)
