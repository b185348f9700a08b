"""The verbs that change a term, so that the lists that bear its name are seen to have changed."""

from django.db import transaction

from edge.keys import name_key
from edge.stamps import touch

from .keys import list_keys, terms_key
from .models.term import Term


@transaction.atomic
def save_term(term: Term) -> None:
    """Store a tag or a category: its pages and feeds bear its title."""
    term.save()
    _touch(term)


@transaction.atomic
def delete_term(term: Term) -> None:
    """Delete a tag or a category that no post has; its pages and feeds are gone."""
    term.delete()
    _touch(term)


def _touch(term: Term) -> None:
    keys = list_keys(term)
    touch(keys | set(map(name_key, keys)) | {terms_key(type(term), term.language)})
