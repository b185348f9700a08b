"""Under which `edge` stamps what terms are called."""

from .models import Tag
from .models.term import Term


def terms_key(kind: type[Term], language: str) -> str:
    """Of the list of all tags, or of all categories."""
    return f"{language}/{'tags' if issubclass(kind, Tag) else 'categories'}"
