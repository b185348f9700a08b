from collections.abc import Iterator
from urllib.parse import unquote

from django.utils.translation import gettext as _

from posts.checks import Level, Remark

from .entry import Entry, shown


def anchor_without_target(entry: Entry) -> Iterator[Remark]:
    """A link within the text to what is not in it (HTML §7.4.6.3: an id, or a name of an `a`)."""
    targets = {"", "top"}
    for element in entry.elements:
        targets.update(
            element.attributes[key] for key in ("id", "name") if key in element.attributes
        )
    for link in dict.fromkeys(entry.values("href")):
        if link.startswith("#") and not {link[1:], unquote(link[1:])} & targets:
            message = _("A link within the text leads nowhere.")
            yield Remark(Level.BROKEN, "anchor-without-target", message, shown(link))
