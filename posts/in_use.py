"""Whether readers find something at an address."""

from typing import Any

from django.urls import Resolver404, ResolverMatch, resolve

from publication.known import known
from publication.models import Page
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .models import Author, Post


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
    """Whether a post, a list, a page or a feed stands at a decoded path; with or without a slash.

    A redirect there would never be followed, or would hide it.
    """
    return any(_answers(one) for one in {path, path if path.endswith("/") else f"{path}/"})


def _answers(path: str) -> bool:
    match = _match(path)
    if match is None or "file" in match.kwargs or "rest" in match.kwargs:
        return False  # pictures are no pages
    if match.view_name == "posts:post":
        return post_at(path) is not None
    return all(_exists(name, value, match.kwargs) for name, value in match.kwargs.items())


def _match(path: str) -> ResolverMatch | None:
    if "\0" in path:
        return None
    try:
        return resolve(path)
    except Resolver404:
        return None


def _exists(name: str, value: Any, values: dict[str, Any]) -> bool:
    """Whether there is what a part of an address names. Numbers and dates are not looked at."""
    language = values.get("language", "")
    if name == "language":
        return any(row.code == value for row in known())
    if name in ("section", "category"):
        return Category.objects.filter(language=language, slug=value).exists()
    if name == "tag":
        return Tag.objects.filter(language=language, slug=value).exists()
    if name == "author":
        return Author.objects.filter(slug=value).exists()
    if name == "source":
        return Publisher.objects.standing().filter(slug=value).exists()
    if name == "path":
        return Page.objects.filter(publication__code=language, path=value).exists()
    return True
