from collections.abc import Iterator

from django.utils.translation import gettext as _

from images.addresses import names_in
from images.models import Picture
from posts.checks import Level, Remark

from .entry import Entry, shown


def missing_alt(entry: Entry) -> Iterator[Remark]:
    """A picture that says nothing to those who do not see it, or whose reader loads none."""
    for image in entry.named("img"):
        where = shown(image.attributes.get("src", ""))
        alt = image.attributes.get("alt")
        if alt is None:
            message = _("A picture has no alternative text.")
            yield Remark(Level.BROKEN, "missing-alt", message, where)
        elif not alt.strip():
            message = _("A picture's alternative text is empty: right only for mere decoration.")
            yield Remark(Level.HINT, "empty-alt", message, where)


def insecure_image(entry: Entry) -> Iterator[Remark]:
    """A picture over http, which readers on https pages do not load."""
    for image in entry.named("img"):
        source = image.attributes.get("src", "").strip()
        if source.lower().startswith("http://"):
            message = _("A picture is not on https: many readers will not load it.")
            yield Remark(Level.BROKEN, "insecure-image", message, shown(source))


def lost_picture(entry: Entry) -> Iterator[Remark]:
    """A picture at an address of ours where none is: it came with a text from elsewhere."""
    names = names_in(entry.post.body)
    if names:
        here = set(Picture.objects.filter(name__in=names).values_list("name", flat=True))
        for name in names:
            if name not in here:
                message = _("A picture is not here. Upload it, and choose it in the text anew.")
                yield Remark(Level.BROKEN, "lost-picture", message, name)
