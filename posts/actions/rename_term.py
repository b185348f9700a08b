from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from taxonomy.models.term import Term
from taxonomy.synonyms import begin_successor

from .merge_terms import merge_terms, require_merger


@transaction.atomic
def begin_rename(term: Term, label: str, *, by: AbstractBaseUser | None) -> Term:
    """The term with another address, into which the old one is to be merged: then it is renamed."""
    require_merger(by, type(term))
    return begin_successor(term, label)


def rename_term(term: Term, label: str, *, by: AbstractBaseUser | None) -> Term:
    """Give a term another spelling and its address, in all its posts; the old one leads there."""
    heir = begin_rename(term, label, by=by)
    merge_terms(term, heir, by=by)
    heir.refresh_from_db()
    return heir
