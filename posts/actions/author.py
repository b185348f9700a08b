from django.db import transaction

from posts.models import Author
from publication.actions import touch_publications
from publication.models import Publication


@transaction.atomic
def save_author(author: Author) -> None:
    """Store an author. Entries of any feed may be signed by them: every feed is new."""
    author.save()
    touch_publications(Publication.objects.values_list("code", flat=True))
