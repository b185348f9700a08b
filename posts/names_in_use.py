"""Which authors and publishers have something to show, and how much.

Counted by their keys alone, and named afterwards: joined to every citation, names would be sorted
and compared hundreds of thousands of times on a large site.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from sources.models import Publisher

from .models import Author, Authorship, Citation, Post


@dataclass(frozen=True, slots=True)
class NameInUse:
    """An author or a publisher, and how many public posts bear the name."""

    name: str
    slug: str
    post_count: int


def authors_in_use(language: str) -> list[NameInUse]:
    """Those who sign public posts of a language, by name: two queries."""
    posts = Post.objects.published(language).order_by()
    signed = Authorship.objects.filter(post__in=posts).order_by().values_list("author")
    names = _named(Author.objects.all(), signed.annotate(post_count=Count("pk")))
    return sorted(names, key=_by_name)


def publishers_in_use(language: str) -> list[NameInUse]:
    """Those whom public posts of a language cite, the most cited first: two queries.

    A post counts once, however often it cites a publisher.
    """
    posts = Post.objects.published(language).order_by()
    cited = Citation.objects.filter(post__in=posts).order_by().values_list("publisher")
    counts = cited.annotate(post_count=Count("post", distinct=True))
    names = _named(Publisher.objects.all(), counts)
    return sorted(names, key=lambda row: (-row.post_count, *_by_name(row)))


def _named(rows: QuerySet[Any], counts: QuerySet[Any, Any]) -> list[NameInUse]:
    """Rows by the pairs of their keys and counts."""
    post_count = dict(counts)
    named = rows.filter(pk__in=post_count).order_by().values_list("pk", "name", "slug")
    return [NameInUse(name, slug, post_count[pk]) for pk, name, slug in named]


def _by_name(row: NameInUse) -> tuple[str, str]:
    return row.name.casefold(), row.slug
