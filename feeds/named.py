"""From the names in a query to what they name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from posts.models import TaggedPost
from posts.models.queryset import PostQuerySet
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .algebra import Query


class Row(NamedTuple):
    """A tag, a category or a publisher, as far as a feed needs it."""

    pk: int
    slug: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a query names. `unknown` says what nothing is called: (parameter, name)."""

    tags: tuple[Row, ...] = ()
    any: tuple[Row, ...] = ()
    without: tuple[Row, ...] = ()
    category: Row | None = None
    source: Row | None = None
    unknown: tuple[tuple[str, str], ...] = ()

    def settled(self, query: Query) -> Query:
        """The query, all of whose names are known, by the names of the rows themselves."""
        return replace(
            query,
            tags=_slugs(self.tags),
            any=_slugs(self.any),
            without=_slugs(self.without),
            category=self.category.slug if self.category else "",
            source=self.source.slug if self.source else "",
        )

    def narrowed(self, posts: PostQuerySet) -> PostQuerySet:
        """Those of the posts that the query asks for."""
        for tag in self.tags:
            posts = posts.filter(_about([tag]))
        if self.any:
            posts = posts.filter(_about(self.any))
        if self.without:
            posts = posts.exclude(_about(self.without))
        if self.category:
            posts = posts.in_category(Category(pk=self.category.pk))
        if self.source:
            posts = posts.citing(Publisher(pk=self.source.pk))
        return posts


def named(query: Query, language: str) -> Named:
    """Look all names up, in one query of the database at most."""
    tags, categories, publishers = _rows(query, language)
    unknown = [
        *_missing("tags", query.tags, tags),
        *_missing("any", query.any, tags),
        *_missing("not", query.without, tags),
        *_missing("category", filter(None, [query.category]), categories),
        *_missing("source", filter(None, [query.source]), publishers),
    ]
    return Named(
        tags=_found(query.tags, tags),
        any=_found(query.any, tags),
        without=_found(query.without, tags),
        category=categories.get(query.category),
        source=publishers.get(query.source),
        unknown=tuple(unknown),
    )


def _slugs(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(sorted(row.slug for row in rows))


def _rows(query: Query, language: str) -> tuple[dict[str, Row], ...]:
    found: tuple[dict[str, Row], ...] = ({}, {}, {})
    asked: list[QuerySet[Any, Any]] = []
    if names := query.names():
        tags = Tag.every.filter(language=language, slug__in=names)
        asked.append(_standing(tags, 0, "title"))
    if query.category:
        categories = Category.every.filter(language=language, slug=query.category)
        asked.append(_standing(categories, 1, "title"))
    if query.source:
        publishers = Publisher.objects.filter(slug=query.source)
        asked.append(_standing(publishers, 2, "name"))
    if asked:
        first, *others = asked
        # What is combined falls back on the order of its first model.
        for kind, name, *values in first.union(*others, all=True).order_by():
            found[kind][name] = Row(*values)
    return found


def _standing(rows: QuerySet[Any], kind: int, name: str) -> QuerySet[Any, Any]:
    """Rows by their slugs; by that of one which was merged the one that it stands for."""
    return rows.order_by().values_list(
        Value(kind),
        "slug",
        Coalesce("merged_into", "pk"),
        Coalesce("merged_into__slug", "slug"),
        Coalesce(f"merged_into__{name}", name),
    )


def _found(slugs: tuple[str, ...], rows: dict[str, Row]) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(rows[slug] for slug in slugs if slug in rows))


def _missing(
    parameter: str, slugs: Iterable[str], rows: dict[str, Row]
) -> Iterable[tuple[str, str]]:
    return ((parameter, slug) for slug in slugs if slug not in rows)


def _about(tags: Iterable[Row]) -> Exists:
    rows = TaggedPost.objects.filter(
        content_object=OuterRef("pk"), tag__in=[tag.pk for tag in tags]
    )
    return Exists(rows.order_by())
