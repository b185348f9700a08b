"""What editors call the fields of a PostContent."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELD_NAMES: Final[dict[str, str | Promise]] = {
    "title": _("Headline"),
    "summary": _("Standfirst"),
    "body": _("Body"),
    "picture": _("Picture"),
    "picture_caption": _("Caption"),
    "citations": _("Sources"),
    "tags": _("Tags"),
    "section": _("Section"),
    "categories": _("Categories"),
    "authors": _("Authors"),
    "slug": _("Slug"),
}
