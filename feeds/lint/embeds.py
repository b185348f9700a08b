from collections.abc import Iterator

from django.utils.translation import gettext as _

from posts.checks import Level, Remark

from .entry import Entry, shown


def embed(entry: Entry) -> Iterator[Remark]:
    """A player: readers drop it without a trace. (Scripts and objects are never even stored.)"""
    for element in entry.named("iframe", "video", "audio"):
        where = shown(element.attributes.get("src", ""))
        if element.name == "iframe":
            message = _("An embedded player: most readers drop it. Link to it as well.")
            yield Remark(Level.BROKEN, "embed", message, where)
        else:
            message = _("A film or sound: some readers drop it. Link to it as well.")
            yield Remark(Level.HINT, "media", message, where)
