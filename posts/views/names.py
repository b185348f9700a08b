from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render

from posts.models import Post
from posts.names_in_use import authors_in_use, publishers_in_use
from publication.requests import PublicationRequest

from .lists import paged, where_posts_are

NAMES_PER_PAGE = 400


@paged
def authors(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The index of those who sign posts."""
    context = {
        "page": _page(authors_in_use(language), number),
        "in_languages": where_posts_are(request, Post.objects.published().signed(), "authors"),
    }
    return render(request, "posts/authors.html", context)


@paged
def sources(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The index of publishers that posts cite."""
    context = {
        "page": _page(publishers_in_use(language), number),
        "in_languages": where_posts_are(
            request, Post.objects.published().with_sources(), "sources"
        ),
    }
    return render(request, "posts/sources.html", context)


def _page(names: QuerySet[Any], number: int) -> Page[Any]:
    try:
        return Paginator(names, NAMES_PER_PAGE).page(number)
    except EmptyPage as error:
        raise Http404("There is no such page.") from error
