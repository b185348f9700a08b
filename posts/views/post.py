from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from posts.headings import without_title_heading
from posts.models import Post
from posts.workflow import Status
from publication.requests import PublicationRequest


def post(request: PublicationRequest, language: str, section: str, slug: str) -> HttpResponse:
    """Show a published post; say of a withdrawn one that it is gone."""
    found = Post.objects.at(request.publication, section, slug).for_reading().first()
    if found is not None and found.status == Status.WITHDRAWN:
        return render(request, "410.html", {"post": found}, status=410)
    if found is None or not found.is_public(timezone.now()):
        raise Http404("There is no such post.")
    context = {
        "post": found,
        "body": without_title_heading(found.body, found.title),
        "tags": [row.tag for row in found.tagged.all()],
        "translations": Post.objects.translations_of(found),
    }
    return render(request, "posts/post.html", context)
