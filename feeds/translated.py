"""The same query in another language."""

from collections.abc import Iterable
from dataclasses import replace

from taxonomy.models import Category, Tag

from .algebra import Query


def translated(query: Query, language: str, other: str) -> Query:
    """The query with the names of the same subjects in another language, where it knows them."""
    tags = _same(Tag, query.names(), language, other)
    categories = _same(Category, [query.category], language, other)
    return replace(
        query,
        tags=_renamed(query.tags, tags),
        any=_renamed(query.any, tags),
        without=_renamed(query.without, tags),
        category=categories.get(query.category, query.category),
    )


def _same(
    kind: type[Tag | Category], slugs: Iterable[str], language: str, other: str
) -> dict[str, str]:
    """{slug in one language: slug in the other}."""
    rows = kind._default_manager.exclude(concept="").order_by()
    named = dict(rows.filter(language=language, slug__in=set(slugs)).values_list("concept", "slug"))
    theirs = dict(rows.filter(language=other, concept__in=named).values_list("concept", "slug"))
    return {slug: theirs[concept] for concept, slug in named.items() if concept in theirs}


def _renamed(slugs: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted({names.get(slug, slug) for slug in slugs}))
