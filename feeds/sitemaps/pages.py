"""The entries of a sitemap: the posts of a language, and its other pages. Few queries each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import unquote

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from edge.stamps import age_of
from posts.keys import list_key
from posts.models import Author, Post, post_address
from posts.models.queryset import PostQuerySet
from publication.models import Page, Publication
from publication.naming import language_tag
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .entry import Entry

MOST: Final = 10_000
"""How many pages of a kind one document holds; the protocol allows 50,000 in all."""

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
    """Every page of a language that is no post and has something on it."""
    entries = [
        *_lists(publication, publications),
        *_pages(publication, publications),
        *_terms(Category, publication, publications),
        *_terms(Tag, publication, publications),
        *_people("posts:author", Author, publication, publications),
        *_people("posts:source", Publisher, publication, publications),
    ]
    dates = age_of(list_key(unquote(entry.path)) for entry in entries).times
    return [
        Entry(
            entry.path,
            entry.changed_at or dates.get(list_key(unquote(entry.path))),
            entry.languages,
        )
        for entry in entries
    ]


def _lists(publication: Publication, publications: list[Publication]) -> Iterator[Entry]:
    for name in _LISTS:
        paths = {
            language_tag(row): reverse(name, kwargs={"language": row.code}) for row in publications
        }
        yield Entry(paths[language_tag(publication)], None, paths)


def _pages(publication: Publication, publications: list[Publication]) -> Iterator[Entry]:
    rows = Page.objects.only("publication_id", "path", "modified_at")
    by_path: dict[str, dict[str, Page]] = defaultdict(dict)
    for row in rows:
        by_path[row.path][row.publication_id] = row
    for versions in by_path.values():
        if own := versions.get(publication.code):
            paths = {code: row.get_absolute_url() for code, row in versions.items()}
            yield Entry(own.get_absolute_url(), own.modified_at, _by_language(paths, publications))


def _terms(
    kind: type[Category] | type[Tag], publication: Publication, publications: list[Publication]
) -> Iterator[Entry]:
    """The terms of a language that have posts, and the same subjects elsewhere: two queries."""
    rows = list(_in_use(kind).filter(language=publication.code).order_by("pk")[:MOST])
    concepts = {row.concept for row in rows} - {""}
    elsewhere: dict[str, dict[str, str]] = defaultdict(dict)
    for row in _in_use(kind).filter(concept__in=concepts):
        elsewhere[row.concept][row.language] = row.get_absolute_url()
    for row in rows:
        path = row.get_absolute_url()
        paths = {**elsewhere.get(row.concept, {}), publication.code: path}
        yield Entry(path, None, _by_language(paths, publications))


def _in_use(kind: type[Category] | type[Tag]) -> Any:
    posts = Post.objects.published().order_by()
    through = {"tagged__tag" if kind is Tag else "filed__category": OuterRef("pk")}
    return kind._default_manager.filter(Exists(posts.filter(**through)))


def _people(
    name: str,
    kind: type[Author] | type[Publisher],
    publication: Publication,
    publications: list[Publication],
) -> Iterator[Entry]:
    """The authors or publishers with posts in a language, in one query."""
    key = name.removeprefix("posts:")
    relation = "authorships__post" if kind is Author else "citations__post"
    public = Post.objects.published().order_by().values("pk")
    rows = (
        kind._default_manager.filter(**{f"{relation}__in": public})
        .values_list("slug", F(f"{relation}__publication_id"))
        .distinct()
        .order_by("slug")
    )
    paths: dict[str, dict[str, str]] = defaultdict(dict)
    for slug, code in rows:
        paths[slug][code] = reverse(name, kwargs={"language": code, key: slug})
    mine = [versions for versions in paths.values() if publication.code in versions]
    for versions in mine[:MOST]:
        yield Entry(versions[publication.code], None, _by_language(versions, publications))


def _by_language(paths: dict[str, str], publications: Iterable[Publication]) -> dict[str, str]:
    """{tag: path} of {code: path}, in the order of the publications."""
    return {language_tag(row): paths[row.code] for row in publications if row.code in paths}
