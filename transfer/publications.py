"""Who publishes what is imported: the publication of a language, made where there is none."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from publication.languages import locale_for
from publication.models import Publication
from publication.models.publication import CODE

from .feed.entry import Feed
from .feed.site import site_name
from .feed.zone import zone_from_offset


class UnknownLanguageError(ValueError):
    """A code that names no language. The message is one line."""


def publication_for(feed: Feed, code: str) -> tuple[Publication, bool]:
    """The publication of a language, and whether it was made; one that exists is never changed.

    A new one takes its name, description, byline and time zone from the feed.
    """
    existing = Publication.objects.filter(code=code).first()
    if existing is not None:
        return existing, False
    publication = Publication(
        code=code,
        locale=_locale(code),
        name=site_name(feed) or code,
        description=feed.description,
        byline=feed.author or urlsplit(feed.link).hostname or site_name(feed) or code,
        time_zone=_zone(feed),
        position=Publication.objects.count(),
    )
    publication.full_clean()
    publication.save()
    return publication, True


def _locale(code: str) -> str:
    if re.fullmatch(CODE, code):
        try:
            return locale_for(code)
        except ValidationError:
            pass
    message = f"“{code}” is not a language: write a code such as “en”, “zh” or “pt-br”."
    raise UnknownLanguageError(message)


def _zone(feed: Feed) -> str:
    """The zone of the newest dated entry."""
    dates = [entry.published for entry in feed.entries if entry.published]
    offset = max(dates).utcoffset() if dates else None
    return zone_from_offset(offset) if offset is not None else "UTC"
