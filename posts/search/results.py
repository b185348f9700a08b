"""A page of what a search found, as readers see it."""

from dataclasses import dataclass
from typing import Final

from django.core.paginator import EmptyPage, Page, Paginator

from posts.models import Post
from safeguards.text import plain_text

from .asked import Asked
from .find import find
from .highlight import Part, look_through
from .query import Compiled, compile_for
from .stems import dictionary

PER_PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Result:
    """A post, with its headline and what of its text was looked for."""

    post: Post
    title: list[Part]
    text: list[Part]


@dataclass(frozen=True, slots=True)
class Results:
    """One page. `total` is at most as many as are ranked; `more` says that there are others."""

    page: "Page[int]"
    results: list[Result]
    total: int
    more: bool


def search(asked: Asked, number: int) -> Results:
    """Page `number` (from 1) of what was found. Raises EmptyPage past the end."""
    queries = compiled(asked)
    found = find(queries, asked.bounds)
    page = Paginator(found.posts, PER_PAGE).page(number)
    posts = Post.objects.published().filter(pk__in=list(page.object_list))
    rows = posts.select_related("section", "publication").prefetch_related("citations")
    by_id = {post.pk: post for post in rows}
    shown = [by_id[pk] for pk in page.object_list if pk in by_id]
    return Results(page, _results(shown, queries), len(found.posts), found.more)


def compiled(asked: Asked) -> dict[str, Compiled]:
    """The query of each language. Those of one dictionary share one."""
    made: dict[str, Compiled] = {}
    for language in asked.languages:
        name = dictionary(language)
        if name not in made:
            made[name] = compile_for(asked.query, language)
    return {language: made[dictionary(language)] for language in asked.languages}


def _results(posts: list[Post], queries: dict[str, Compiled]) -> list[Result]:
    made: dict[int, Result] = {}
    for name in {dictionary(post.language) for post in posts}:
        same = [post for post in posts if dictionary(post.language) == name]
        texts = [t for post in same for t in (post.title, post.summary, plain_text(post.body))]
        language = same[0].language
        found = iter(look_through(texts, queries[language], language))
        for post, title, summary, body in zip(same, found, found, found, strict=True):
            told = summary if summary.text and summary.found >= body.found else body
            made[post.pk] = Result(post, title.parts(), told.snippet())
    return [made[post.pk] for post in posts]


__all__ = ["EmptyPage", "Result", "Results", "compiled", "search"]
