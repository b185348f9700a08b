from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from posts.listing import index_page
from posts.models import Post
from posts.names_in_use import authors_in_use, publishers_in_use
from publication.requests import PublicationRequest

from .lists import paged, where_posts_are

NAMES_PER_PAGE = 400


@paged
def authors(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The index of those who sign posts."""
    names = authors_in_use(language)
    context = {
        "name": gettext("Authors"),
        **index_page(names, NAMES_PER_PAGE, number, "authors", language=language),
        "in_languages": where_posts_are(request, Post.objects.published().signed(), "authors"),
    }
    return render(request, "posts/authors.html", context)


@paged
def sources(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The index of publishers that posts cite."""
    names = publishers_in_use(language)
    cited = Post.objects.published().with_sources()
    context = {
        "name": gettext("Sources"),
        **index_page(names, NAMES_PER_PAGE, number, "sources", language=language),
        "in_languages": where_posts_are(request, cited, "sources"),
    }
    return render(request, "posts/sources.html", context)
