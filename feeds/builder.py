"""The form with which a reader puts a feed together, and what comes of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from django.http import QueryDict
from django.urls import reverse

from posts.models import Post
from publication.addresses import absolute
from publication.models import Publication
from taxonomy.slugs import NoAddressError, slugify_term

from .algebra import Query, RefusedError, parse
from .algebra_view import feed_path, scope_of
from .document import ENTRIES
from .formats import FORMATS, Format
from .named import Named, Row, named
from .nearest import suggestions, unknown_sentence

PREVIEWED: Final = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field, and ways to put it right: (title, address)."""

    sentence: str
    ways: list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form as it is shown again. `slugs` are the names that it holds."""

    name: str
    text: str
    problems: list[Problem]
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The feed of a query: its name ("" for the site's own), address and newest posts."""

    name: str
    address: str
    form: str
    posts: list[Post]


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """The form: its fields by name, the chosen format's file, the feed unless a name is wrong."""

    fields: dict[str, Field]
    file: str
    touched: bool
    result: Result | None

    @property
    def particular(self) -> bool:
        """Whether something is chosen that few need."""
        chosen = self.fields["source"].text or self.fields["limit"].text
        return bool(chosen) or self.file != FORMATS[0].file


def chosen_format(given: QueryDict) -> type[Format]:
    """The format whose file a query names, or else the first."""
    return next((form for form in FORMATS if form.file == given.get("format")), FORMATS[0])


def page_path(query: Query, language: str, form: type[Format]) -> str:
    """The page of a query: one address, so that it can be passed on."""
    spelled = [query.encoded] if query.encoded else []
    spelled += [f"format={quote(form.file)}"] if form is not FORMATS[0] else []
    path = reverse("feeds:subscribe", kwargs={"language": language})
    return f"{path}?{'&'.join(spelled)}" if spelled else path


def build(given: QueryDict, publication: Publication, ticked: frozenset[str]) -> Builder:
    """The form as it was filled in, with its feed or with what is wrong.

    `ticked` are the tags with boxes to tick; the others named are text.
    """
    form = chosen_format(given)
    try:
        query = parse(given)
    except RefusedError as error:
        return _refused(given, form, error.problems)
    found = named(query, publication.code)
    problems: dict[str, list[Problem]] = {}
    for parameter, name, alike in suggestions(found.unknown, publication.code):
        ways = [
            (title, page_path(_corrected(query, parameter, name, slug), publication.code, form))
            for slug, title in alike
        ]
        problem = Problem(unknown_sentence(parameter, name, []), ways)
        problems.setdefault(parameter, []).append(problem)
    return Builder(
        fields=_fields(query, found, problems, ticked),
        file=form.file,
        touched=bool(given),
        result=None if problems else _result(query, found, publication, form),
    )


def _result(query: Query, found: Named, publication: Publication, form: type[Format]) -> Result:
    scope = scope_of(publication, query, found)
    posts = scope.posts.select_related("section", "publication").defer("body")[:PREVIEWED]
    path = _own_feed(query, publication.code, form) or feed_path(query, publication.code, form)
    return Result(name=scope.name, address=absolute(path), form=form.name, posts=list(posts))


def _own_feed(query: Query, language: str, form: type[Format]) -> str:
    """The feed beside a page, where the query asks for what one page lists; it has archives too."""
    tags = [*query.tags, *query.any]
    pages = [("tag", slug) for slug in tags]
    pages += [("category", query.category)] if query.category else []
    pages += [("source", query.source)] if query.source else []
    if len(pages) != 1 or query.without or query.limit != ENTRIES:
        return ""
    [(view, slug)] = pages
    return f"{reverse(f'posts:{view}', kwargs={'language': language, view: slug})}{form.file}"


def _corrected(query: Query, parameter: str, name: str, slug: str) -> Query:
    """The query with another name in the place of one."""

    def put(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({*names} - {name} | {slug}))

    match parameter:
        case "tags":
            return replace(query, tags=put(query.tags))
        case "any":
            return replace(query, any=put(query.any))
        case "not":
            return replace(query, without=put(query.without))
        case "category":
            return replace(query, category=slug)
        case _:
            return replace(query, source=slug)


def _fields(
    query: Query, found: Named, problems: dict[str, list[Problem]], ticked: frozenset[str]
) -> dict[str, Field]:
    others = tuple(slug for slug in query.any if slug not in ticked)
    texts = {
        "tags": _written(query.tags, found.tags),
        "any": _written(others, found.any),
        "not": _written(query.without, found.without),
        "category": query.category,
        "source": query.source,
        "limit": "" if query.limit == ENTRIES else str(query.limit),
    }
    return {
        name: Field(name=name, text=text, problems=problems.get(name, []), slugs=query.any)
        for name, text in texts.items()
    }


def _refused(given: QueryDict, form: type[Format], sentences: dict[str, str]) -> Builder:
    fields = {
        name: Field(
            name=name,
            text=", ".join(filter(None, given.getlist(name))),
            problems=[Problem(sentences[name], [])] if name in sentences else [],
        )
        for name in ("tags", "any", "not", "category", "source", "limit")
    }
    return Builder(fields=fields, file=form.file, touched=True, result=None)


def _written(slugs: Iterable[str], rows: Iterable[Row]) -> str:
    """Names as a reader would write them, where that leads back to their slugs."""
    titles = {row.slug: row.title for row in rows if _leads_back(row)}
    return ", ".join(titles.get(slug, slug) for slug in slugs)


def _leads_back(row: Row) -> bool:
    try:
        return slugify_term(row.title) == row.slug and "," not in row.title
    except NoAddressError:
        return False
