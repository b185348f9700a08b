"""The verbs that change a publication, so that whatever names it is seen to have changed."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from edge.stamps import touch
from publication.keys import ALL_PUBLICATIONS, publication_key
from publication.models import Publication


@transaction.atomic
def save_publication(publication: Publication) -> None:
    """Store what a publication says of itself: every feed of its language is new."""
    publication.save()
    touch_publications([publication.code])


def touch_publications(codes: Iterable[str]) -> None:
    """Make everything that is shown of publications new. The caller holds a transaction."""
    changed = list(codes)

    def date(at: datetime) -> None:
        Publication.objects.filter(code__in=changed).update(changed_at=at)

    touch([ALL_PUBLICATIONS, *map(publication_key, changed)], date)
