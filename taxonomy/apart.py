"""Which terms look alike and are not the same, as editors said."""

from .models import KeptApart
from .models.term import Term


def keep_apart(kind: type[Term], language: str, first: str, second: str) -> None:
    """Say that two slugs are two terms. Nothing that readers see changes."""
    slugs = sorted((first, second))
    every = kind.every.filter(language=language, slug__in=slugs)
    if every.count() == 2:
        KeptApart.objects.get_or_create(
            kind=kind._meta.model_name, language=language, first=slugs[0], second=slugs[1]
        )


def kept_apart(kind: type[Term], language: str) -> set[frozenset[str]]:
    """The pairs of slugs of which it was said."""
    rows = KeptApart.objects.filter(kind=kind._meta.model_name, language=language)
    return {frozenset(pair) for pair in rows.values_list("first", "second")}
