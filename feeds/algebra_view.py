"""Feeds of what a reader chose: any query of `feeds.algebra`, in any format."""

from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from edge.stamps import age_of
from posts.keys import frame_keys, list_key, publication_key
from publication.addresses import absolute
from publication.known import as_of
from publication.models import Publication

from . import scope
from .algebra import Query, RefusedError, parse
from .answer import not_modified
from .document import Document
from .formats import Format
from .named import Named, named
from .nearest import suggestions, unknown_sentence
from .scope import Scope
from .views import PostFeed
from .wording import name_of

ALGEBRA = "algebra"


class AlgebraFeed(PostFeed):
    """The newest posts that a query asks for. A query has one address; others lead to it."""

    def __init__(self, form: type[Format]) -> None:
        super().__init__(scope.site, form)

    def __call__(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Answer a poll from one look-up of stamps wherever the client's copy still holds."""
        publication: Publication = request.publication  # type: ignore[attr-defined]
        try:
            query = parse(request.GET)
        except RefusedError as error:
            return _refusal(request, list(error.problems.values()), status=400)
        if query.encoded != request.META.get("QUERY_STRING", "") or not query:
            return _moved(feed_path(query, publication.code, self.form))
        keys = keys_of(query, publication.code)
        frame = frozenset[str]().union(*(frame_keys(key, publication.code) for key in keys))
        age = age_of(keys | frame)
        validators = self.validators(age, query.encoded, around=frame)
        holds = validators.hold_for(request)
        if holds and keys <= age.keys:
            return not_modified(request, validators, archive=False)
        found = named(query, publication.code)
        if found.unknown:
            return _refusal(request, _unknown(found, publication.code), status=404)
        if (settled := found.settled(query)) != query:
            return _moved(feed_path(settled, publication.code, self.form))
        if holds:
            return not_modified(request, validators, archive=False)
        [current] = as_of(age.times.get(publication_key(publication.code)), [publication])
        return self.answer(request, self.document(current, query, found), validators)

    def document(self, publication: Publication, query: Query, found: Named) -> Document:
        """The newest posts, as many as the query asks for.

        It has no archives, and names no hub: hubs are told of lists, and nobody lists queries.
        """
        asked = scope_of(publication, query, found)
        return Document(
            scope=asked,
            path=feed_path(query, publication.code, self.form),
            posts=list(asked.posts.for_syndication()[: query.limit]),
            withdrawn=self._removals(asked.withdrawn),
        )


def feed_path(query: Query, language: str, form: type[Format]) -> str:
    """Where the feed of a query is: for one that asks for nothing, the site's own."""
    if not query:
        return f"{reverse('posts:front', kwargs={'language': language})}{form.file}"
    path = reverse(f"feeds:{ALGEBRA}-{form.file}", kwargs={"language": language})
    return f"{path}?{query.encoded}"


def scope_of(publication: Publication, query: Query, found: Named) -> Scope:
    """The matter of a query's feed. Its page is the one that explains and changes the query."""
    path = reverse("feeds:subscribe", kwargs={"language": publication.code})
    return Scope(
        publication=publication,
        code=publication.code,
        path=f"{path}?{query.encoded}",
        name=name_of(found),
        narrowed=found.narrowed,
    )


def keys_of(query: Query, language: str) -> frozenset[str]:
    """Under which a change of what the feed holds is stamped (`posts.keys`).

    A post comes, changes and goes with every list that it must be on. Where it must be on none,
    any post of the language may be one.
    """
    wanted = [("tag", slug) for slug in (*query.tags, *query.any)]
    wanted += [("category", query.category)] if query.category else []
    wanted += [("source", query.source)] if query.source else []
    named = [*(wanted or [("front", "")]), *(("tag", slug) for slug in query.without)]
    return frozenset(_key(language, view, slug) for view, slug in named)


def _key(language: str, view: str, slug: str) -> str:
    kwargs = {"language": language, **({view: slug} if slug else {})}
    return list_key(unquote(reverse(f"posts:{view}", kwargs=kwargs)))


def _unknown(found: Named, language: str) -> list[str]:
    return [
        unknown_sentence(parameter, name, [slug for slug, _title in alike])
        for parameter, name, alike in suggestions(found.unknown, language)
    ]


def _moved(path: str) -> HttpResponse:
    response = HttpResponsePermanentRedirect(path)
    response.headers["Cache-Control"] = "public, max-age=86400"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _refusal(request: HttpRequest, sentences: list[str], *, status: int) -> HttpResponse:
    """Say in plain text what is wrong with an address, and where to make a right one."""
    code = request.publication.code  # type: ignore[attr-defined]
    page = absolute(reverse("feeds:subscribe", kwargs={"language": code}))
    lines = [*sentences, _("Put a feed together at %(page)s") % {"page": page}, ""]
    text = "\n".join(lines)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8", status=status)
    response.headers["Cache-Control"] = "public, max-age=60"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
