"""Feeds of a search: the newest posts in which words stand, in any format."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from edge.stamps import age_of
from posts.keys import frame_keys, list_key, publication_key
from posts.search.asked import Asked, read
from posts.search.entries import version
from posts.search.find import newest
from posts.search.keys import search_key
from posts.search.results import compiled
from publication.addresses import absolute
from publication.known import as_of
from publication.models import Publication

from . import scope
from .answer import not_modified
from .document import ENTRIES, Document
from .formats import Format
from .scope import Scope
from .views import PostFeed

SEARCH = "search"


class SearchFeed(PostFeed):
    """The newest posts that a search finds. It has no archives, and names no hub."""

    def __init__(self, form: type[Format]) -> None:
        super().__init__(scope.site, form)

    def __call__(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Answer a poll from the stamps of all posts of the language: any of them may be found."""
        publication: Publication = request.publication  # type: ignore[attr-defined]
        given = request.GET.copy()
        # The language is the address's.
        given["language"] = ""
        asked = read(given, [publication], publication)
        if not asked.query.wanted or asked.problems:
            return _refusal(asked, publication)
        if asked.encoded() != request.META.get("QUERY_STRING", ""):
            return _public(HttpResponsePermanentRedirect(_path(self.form, publication, asked)))
        key = list_key(publication.code)
        frame = frame_keys(key, publication.code)
        age = age_of([key, search_key(publication.code), *frame])
        validators = self.validators(age, asked.encoded(), str(version()), around=frame)
        if key in age.keys and validators.hold_for(request):
            return not_modified(request, validators, archive=False)
        [current] = as_of(age.times.get(publication_key(publication.code)), [publication])
        return self.answer(request, self.document(current, asked), validators)

    def document(self, publication: Publication, asked: Asked) -> Document:
        """The newest posts that are found, and those that were and are taken back."""
        found = newest(compiled(asked), asked.bounds, ENTRIES)
        page = reverse("posts:search", kwargs={"language": publication.code})
        matter = Scope(
            publication=publication,
            code=publication.code,
            path=f"{page}?{asked.encoded()}",
            name=_("Search for “%(words)s”") % {"words": asked.typed["q"]},
            narrowed=lambda posts: posts.filter(pk__in=found),
        )
        return Document(
            scope=matter,
            path=_path(self.form, publication, asked),
            posts=list(matter.posts.for_syndication()),
        )


def _path(form: type[Format], publication: Publication, asked: Asked) -> str:
    path = reverse(f"feeds:{SEARCH}-{form.file}", kwargs={"language": publication.code})
    return f"{path}?{asked.encoded()}"


def _refusal(asked: Asked, publication: Publication) -> HttpResponse:
    """Say in plain text what is wrong with an address, and where to search."""
    page = absolute(reverse("posts:search", kwargs={"language": publication.code}))
    sentences = list(asked.problems.values())
    if not asked.query.wanted:
        sentences.append(_("This feed needs a word to find: ?q=word"))
    unknown = asked.query.wanted and set(asked.problems) <= {"section", "tag"}
    text = "\n".join([*sentences, _("Search at %(page)s") % {"page": page}, ""])
    return _public(
        HttpResponse(text, content_type="text/plain; charset=utf-8", status=404 if unknown else 400)
    )


def _public(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "public, max-age=60"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
