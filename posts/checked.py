"""Whether single rows of a post can be stored: what is asked before, without the database."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taxonomy.slugs import NoAddressError, slug_from_title

from .models import Author, Citation

# As the constraint of Citation has it: that one would ask the database.
_WEB_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def check_citation(citation: Citation) -> None:
    """Refuse a citation that cannot be stored. Its post and its publisher are not looked at."""
    messages = []
    try:
        citation.clean_fields(exclude=["post", "publisher"])
    except ValidationError as error:
        messages = error.messages
    if citation.url and not _WEB_ADDRESS.fullmatch(citation.url):
        messages = [*messages, _("Write an address that begins with http:// or https://.")]
    if messages:
        name = citation.label or citation.url or "?"
        raise ValidationError({"citations": [f"{name}: {message}" for message in messages]})


def unsaved_author(name: str) -> Author:
    """The author of a name, known by its slug. Raises ValidationError where it can have none."""
    try:
        author = Author(name=name, slug=slug_from_title(name))
        author.clean_fields()
    except (NoAddressError, ValidationError) as error:
        raise ValidationError({"authors": f"{name[:40]}: {error}"}) from error
    return author
