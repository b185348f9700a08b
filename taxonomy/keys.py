"""Under which `edge` stamps what terms are called."""

from .models import Category, Tag
from .models.term import Term


def terms_key(kind: type[Term], language: str) -> str:
    """Of the list of all tags, or of all categories."""
    return f"{language}/{'tags' if issubclass(kind, Tag) else 'categories'}"


def list_keys(term: Term) -> frozenset[str]:
    """Of the lists at a term's addresses."""
    keys = {f"{terms_key(type(term), term.language)}/{term.slug}"}
    if isinstance(term, Category):
        keys.add(f"{term.language}/posts/{term.slug}")
    return frozenset(keys)
