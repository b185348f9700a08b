"""What tells people and their software which feeds there are."""

from typing import Final

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from edge.coding import encode, name_coding
from edge.stamps import age_of
from edge.validators import Validators
from posts.keys import list_key, publication_key
from publication.requests import PublicationRequest
from taxonomy.keys import terms_key
from taxonomy.models import Category, Tag

from .algebra import RefusedError, parse
from .builder import build, chosen_format, page_path
from .directory import categories, main_sources, main_tags
from .opml import CONTENT_TYPE, write
from .translated import translated

OFFERED: Final = 24
TICKED: Final = 12
COMPLETED: Final = 100
"""How many tags and sources a browser may complete what is typed from."""


def subscribe(request: PublicationRequest, language: str) -> HttpResponse:
    """Explain feeds, list them, and put one together from what a reader chooses."""
    path = _proper_path(request)
    if path != request.get_full_path():
        return redirect(path)
    tags = list(main_tags(language, COMPLETED))
    ticked = frozenset(tag.slug for tag in tags[:TICKED])
    context = {
        "builder": build(request.GET, request.publication, ticked),
        "categories": categories(language),
        "ticked_tags": tags[:TICKED],
        "offered_tags": tags[:OFFERED],
        "known_tags": tags,
        "known_sources": main_sources(language, COMPLETED),
        "in_languages": {
            row.code: reverse("feeds:subscribe", kwargs={"language": row.code})
            for row in request.publications
        },
    }
    return render(request, "feeds/subscribe.html", context)


def opml(request: PublicationRequest, language: str) -> HttpResponse:
    """All feeds of a language, for a feed reader to take over at once."""
    terms = [terms_key(kind, language) for kind in (Category, Tag)]
    age = age_of([list_key(language), publication_key(language), *terms])
    validators = Validators.of(age, settings.SITE_URL)
    if validators.hold_for(request):
        response = _kept(request, HttpResponseNotModified(), validators)
        name_coding(request, response)
        return response
    text = write(request.publication, age.changed_at)
    response = _kept(request, HttpResponse(text, content_type=CONTENT_TYPE), validators)
    encode(request, response)
    return response


def _kept(
    request: PublicationRequest, response: HttpResponse, validators: Validators
) -> HttpResponse:
    validators.put_on(response, request)
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.headers["Access-Control-Allow-Origin"] = "*"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _proper_path(request: PublicationRequest) -> str:
    """Where the page that was asked for is: one spelling a query, one page a language."""
    try:
        query = parse(request.GET)
    except RefusedError:
        return request.get_full_path()
    here = request.publication.code
    there = request.GET.get("language", here)
    if there != here and there in {row.code for row in request.publications}:
        query = translated(query, here, there)
    else:
        there = here
    return page_path(query, there, chosen_format(request.GET))
