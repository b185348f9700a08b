"""The entries of a sitemap: the posts of a language, and its other pages. Few queries each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from edge.stamps import age_of
from posts.keys import list_key
from posts.models import Post, post_address
from posts.models.queryset import PostQuerySet
from publication.models import Page, Publication
from publication.naming import language_tag

from .dates import archive
from .entry import Entry, by_tag
from .kinds import KINDS

_LISTS: Final = (
    "posts:front",
    "posts:posts",
    "posts:categories",
    "posts:tags",
    "posts:corrections",
    "feeds:subscribe",
)


def posts_in(posts: PostQuerySet, publications: list[Publication]) -> Iterator[Entry]:
    """Public posts with their translations, in one query."""
    tags = {row.code: language_tag(row) for row in publications}
    versions = (
        Post.objects.published()
        .filter(translation_key=OuterRef("translation_key"))
        .order_by("publication__position", "publication_id")
    )
    found = JSONObject(language="publication_id", section="section__slug", slug="slug")
    rows = posts.annotate(versions=ArraySubquery(versions.values(found=found))).values_list(
        "publication_id", "section__slug", "slug", "modified_at", "versions"
    )
    for language, section, slug, changed_at, others in rows:
        yield Entry(
            post_address(str(language), section, slug),
            changed_at,
            {tags[row["language"]]: post_address(**row) for row in others},
        )


def other_pages(publication: Publication, publications: list[Publication]) -> list[Entry]:
    """Every page of a language that is no post and has something on it.

    Of each kind that may have many (`kinds`), the first part.
    """
    entries = [
        *_lists(publication, publications),
        *_pages(publication, publications),
        *archive(publication, publications),
    ]
    for kind in KINDS.values():
        entries += kind.entries(publication, publications, 1)
    return dated(entries)


def part(
    name: str, publication: Publication, publications: list[Publication], number: int
) -> list[Entry]:
    """A later part of what a language has many of: `tags`, part 2."""
    return dated(KINDS[name].entries(publication, publications, number))


def dated(entries: Iterable[Entry]) -> list[Entry]:
    """Entries that say when they changed, as far as stamps tell: one query."""
    keyed = [(entry, entry.keys or {list_key(unquote(entry.path))}) for entry in entries]
    age = age_of(key for _entry, keys in keyed for key in keys)
    return [
        Entry(entry.path, entry.changed_at or age.changed_of(keys), entry.languages)
        for entry, keys in keyed
    ]


def _lists(publication: Publication, publications: list[Publication]) -> Iterator[Entry]:
    for name in _LISTS:
        paths = {row.code: reverse(name, kwargs={"language": row.code}) for row in publications}
        yield Entry(paths[publication.code], None, by_tag(paths, publications))


def _pages(publication: Publication, publications: list[Publication]) -> Iterator[Entry]:
    rows = Page.objects.only("publication_id", "path", "modified_at")
    by_path: dict[str, dict[str, Page]] = defaultdict(dict)
    for row in rows:
        by_path[row.path][row.publication_id] = row
    for versions in by_path.values():
        if own := versions.get(publication.code):
            paths = {code: row.get_absolute_url() for code, row in versions.items()}
            yield Entry(own.get_absolute_url(), own.modified_at, by_tag(paths, publications))
