from django.http import HttpResponse
from django.shortcuts import render

from posts.terms_in_use import categories_in_use, tags_in_use
from publication.requests import PublicationRequest


def categories(request: PublicationRequest, language: str) -> HttpResponse:
    """The index of categories that hold posts."""
    return render(request, "posts/categories.html", {"categories": categories_in_use(language)})


def tags(request: PublicationRequest, language: str) -> HttpResponse:
    """The index of tags that hold posts."""
    return render(request, "posts/tags.html", {"tags": tags_in_use(language)})
