"""Whether readers find something at an address."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

from django.db.models import Manager, QuerySet
from django.urls import Resolver404, ResolverMatch, resolve

from publication.known import known
from publication.models import File, Page
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .models import Author, Post

type Rows = QuerySet[Any] | Manager[Any]

# What a part of an address names: the rows, their field, and that of their language if they have
# one. Numbers and dates are not looked at.
_NAMED: Final[dict[str, tuple[Callable[[], Rows], str, str]]] = {
    "section": (lambda: Category.objects, "slug", "language"),
    "category": (lambda: Category.objects, "slug", "language"),
    "tag": (lambda: Tag.objects, "slug", "language"),
    "author": (lambda: Author.objects, "slug", ""),
    "source": (Publisher.objects.standing, "slug", ""),
    "path": (lambda: Page.objects, "path", "publication__code"),
}


def post_at(path: str) -> Post | None:
    """The post at a decoded path, published or withdrawn since."""
    match = _match(path)
    if match is None or match.view_name != "posts:post":
        return None
    values = match.kwargs
    return Post.objects.filter(
        guid__isnull=False,
        publication=values["language"],
        section__slug=values["section"],
        slug=values["slug"],
    ).first()


def is_in_use(path: str) -> bool:
    """Whether a post, a list, a page, a feed or a file stands at a decoded path; with or without a
    slash. A redirect there would never be followed, or would hide it.
    """
    return bool(in_use_among([path]))


def in_use_among(paths: Collection[str]) -> set[str]:
    """Those of some decoded paths that are in use, in as many queries as for one."""
    ways = {path: {path, path if path.endswith("/") else f"{path}/"} for path in paths}
    every = {way for found in ways.values() for way in found if "\0" not in way}
    answering = _answering(every) | _files(every)
    return {path for path, found in ways.items() if found & answering}


def _answering(paths: Iterable[str]) -> set[str]:
    matches = {path: match for path in paths if (match := _match(path)) is not None}
    # Pictures are no pages.
    pages = {
        path: match for path, match in matches.items() if not {"file", "rest"} & match.kwargs.keys()
    }
    posts = {path: match for path, match in pages.items() if match.view_name == "posts:post"}
    found = _posts(posts)
    others = {path: match.kwargs for path, match in pages.items() if path not in posts}
    there = _there(others.values())
    for path, values in others.items():
        language = values.get("language", "")
        asked = ((name, language, value) for name, value in values.items())
        if all(_is_there(one, there) for one in asked):
            found.add(path)
    return found


def _posts(matches: dict[str, ResolverMatch]) -> set[str]:
    if not matches:
        return set()
    # As their addresses are unique, so is what they are asked by.
    wanted = {
        (match.kwargs["language"], match.kwargs["section"], match.kwargs["slug"]): path
        for path, match in matches.items()
    }
    languages = {language for language, _section, _slug in wanted}
    rows = Post.objects.filter(
        guid__isnull=False,
        publication__in=languages,
        slug__in={slug for _language, _section, slug in wanted},
    )
    found = rows.order_by().values_list("publication_id", "section__slug", "slug")
    return {wanted[place] for place in found if place in wanted}


def _there(asked: Iterable[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """What there is of all that addresses name: (name, language, value)."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for values in asked:
        for name, value in values.items():
            wanted[name].add(str(value))
    there = {("language", row.code, row.code) for row in known()} if wanted["language"] else set()
    for name, (rows, field, language) in _NAMED.items():
        if not wanted[name]:
            continue
        found = rows().filter(**{f"{field}__in": wanted[name]}).order_by()
        if language:
            there |= {(name, of, value) for of, value in found.values_list(language, field)}
        else:
            there |= {(name, "", value) for value in found.values_list(field, flat=True)}
    return there


def _is_there(asked: tuple[str, str, Any], there: set[tuple[str, str, str]]) -> bool:
    name, language, value = asked
    if name == "language":
        return (name, value, value) in there
    if name not in _NAMED:
        return True
    return (name, language if _NAMED[name][2] else "", value) in there


def _files(paths: Collection[str]) -> set[str]:
    return set(File.objects.filter(path__in=paths).order_by().values_list("path", flat=True))


def _match(path: str) -> ResolverMatch | None:
    if "\0" in path:
        return None
    try:
        return resolve(path)
    except Resolver404:
        return None
