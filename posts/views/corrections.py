from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from posts.listing import corrections_listing
from posts.models import Correction, Post
from publication.requests import PublicationRequest

from .lists import in_every_language, paged


@paged
def corrections(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """What was put right in the posts of a language, the latest first."""
    told = Correction.objects.of(Post.objects.published(language))
    context = {
        "name": gettext("Corrections"),
        "listing": corrections_listing(told, number, "corrections", language=language),
        "in_languages": in_every_language(request, "corrections"),
    }
    return render(request, "posts/corrections.html", context)
