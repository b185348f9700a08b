"""The pages of which a language may have more than a document holds, in numbered parts.

The first part of each kind stands in the language's main sitemap, the others in documents of their
own (`/<lang>/sitemap/tags-2.xml`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Any, Final

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Value
from django.urls import reverse

from posts.keys import list_key
from posts.models import Author, Post
from publication.models import Publication
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .entry import Entry, by_tag

MOST: Final = 10_000
"""How many pages of a kind one document holds; the protocol allows 50,000 in all."""

type Entries = Callable[[Publication, list[Publication], int], list[Entry]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What posts lead to: the rows, how public posts have them, and their entries of a part."""

    model: type[Category] | type[Tag] | type[Author] | type[Publisher]
    relation: str
    entries: Entries

    def in_use(self, language: str) -> QuerySet[Any]:
        """The rows of which a language has public posts."""
        return _in_use(self.model, self.relation, language)


def parts(publications: Iterable[Publication]) -> dict[str, list[tuple[str, int]]]:
    """The documents of each language besides the main one: (kind, number). One query."""
    counts: list[QuerySet[Any, Any]] = [
        kind.in_use(row.code)
        .order_by()
        .annotate(code=Value(row.code), kind=Value(name))
        .values("code", "kind")
        .annotate(total=Count("pk"))
        .values_list("code", "kind", "total")
        for row in publications
        for name, kind in KINDS.items()
    ]
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    if counts:
        first, *others = counts
        for code, name, total in sorted(first.union(*others, all=True).order_by()):
            found[code] += [(name, number) for number in range(2, ceil(total / MOST) + 1)]
    return found


def _in_use(model: Any, relation: str, language: str | None = None) -> QuerySet[Any]:
    """Rows that public posts have, in a language or in any."""
    posts = Post.objects.published(language).filter(**{relation: OuterRef("pk")}).order_by()
    rows: QuerySet[Any] = model._default_manager.filter(Exists(posts))
    return rows


def _part(number: int) -> slice:
    return slice(MOST * (number - 1), MOST * number)


def _terms(
    model: type[Category] | type[Tag],
    relation: str,
    publication: Publication,
    publications: list[Publication],
    number: int,
) -> list[Entry]:
    """Terms of a language, and the same subjects elsewhere: two queries."""
    rows = list(_in_use(model, relation, publication.code).order_by("pk")[_part(number)])
    concepts = {row.concept for row in rows} - {""}
    elsewhere: dict[str, dict[str, str]] = defaultdict(dict)
    for row in _in_use(model, relation).filter(concept__in=concepts):
        elsewhere[row.concept][row.language] = row.get_absolute_url()
    entries = []
    for row in rows:
        path = row.get_absolute_url()
        paths = {**elsewhere.get(row.concept, {}), publication.code: path}
        entries.append(Entry(path, None, by_tag(paths, publications)))
    return entries


def _names(
    model: type[Author] | type[Publisher],
    relation: str,
    key: str,
    publication: Publication,
    publications: list[Publication],
    number: int,
) -> list[Entry]:
    """Authors or publishers of a language's posts, their index first: one query."""
    public = Post.objects.published().order_by().values("pk")
    rows = (
        model._default_manager.filter(**{f"{relation}__in": public})
        .values_list("slug", F(f"{relation}__publication_id"))
        .distinct()
        .order_by("slug")
    )
    paths: dict[str, dict[str, str]] = defaultdict(dict)
    for slug, code in rows:
        paths[slug][code] = reverse(f"posts:{key}", kwargs={"language": code, key: slug})
    mine = [versions for versions in paths.values() if publication.code in versions]
    entries = [
        Entry(versions[publication.code], None, by_tag(versions, publications))
        for versions in mine[_part(number)]
    ]
    if mine and number == 1:
        codes = {code for versions in paths.values() for code in versions}
        entries.insert(0, _index(f"posts:{key}s", codes, publication, publications))
    return entries


def _index(
    name: str, codes: set[str], publication: Publication, publications: list[Publication]
) -> Entry:
    """The page that lists them all: as new as the list of all posts."""
    paths = {code: reverse(name, kwargs={"language": code}) for code in codes}
    keys = frozenset({list_key(publication.code)})
    return Entry(paths[publication.code], None, by_tag(paths, publications), keys)


KINDS: Final = {
    "categories": Kind(Category, "filed__category", partial(_terms, Category, "filed__category")),
    "tags": Kind(Tag, "tagged__tag", partial(_terms, Tag, "tagged__tag")),
    "authors": Kind(
        Author, "authorships__author", partial(_names, Author, "authorships__post", "author")
    ),
    "sources": Kind(
        Publisher, "citations__publisher", partial(_names, Publisher, "citations__post", "source")
    ),
}
