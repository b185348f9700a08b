from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from posts.listing import index_page
from posts.terms_in_use import categories_in_use, tags_in_use
from publication.requests import PublicationRequest

from .lists import in_every_language, paged

TAGS_PER_PAGE = 400


def categories(request: PublicationRequest, language: str) -> HttpResponse:
    """The index of categories that hold posts."""
    context = {
        "categories": categories_in_use(language),
        "in_languages": in_every_language(request, "categories"),
    }
    return render(request, "posts/categories.html", context)


@paged
def tags(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The index of tags that hold posts."""
    context = {
        "name": gettext("Tags"),
        **index_page(tags_in_use(language), TAGS_PER_PAGE, number, "tags", language=language),
        "in_languages": in_every_language(request, "tags"),
    }
    return render(request, "posts/tags.html", context)
