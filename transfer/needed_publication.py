"""The publication of a language that another system has, made where there is none."""

from django.core.exceptions import ValidationError

from publication.models import Publication

from .moving import PublicationArrival
from .publications import UnknownLanguageError


def publication_of(need: PublicationArrival) -> Publication:
    """The publication of a code; one that is there is never changed."""
    existing = Publication.objects.filter(code=need.code).first()
    if existing is not None:
        return existing
    publication = checked(need)
    publication.save()
    return publication


def checked(need: PublicationArrival) -> Publication:
    """What would be made of it, unsaved. Raises UnknownLanguageError, one line."""
    publication = Publication(
        code=need.code,
        locale=need.locale,
        name=need.name[:200],
        description=need.description,
        byline=need.byline[:200],
        time_zone=need.time_zone,
        position=Publication.objects.count(),
    )
    try:
        publication.full_clean()
    except ValidationError as error:
        message = f"No publication can be made of “{need.code}”: {' '.join(error.messages)}"
        raise UnknownLanguageError(message) from error
    return publication
