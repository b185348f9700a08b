from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from posts.headings import in_order, without_title_heading
from posts.models import Authorship, Post, TaggedPost
from posts.workflow import Status
from publication.requests import PublicationRequest

# Narrower than `for_reading`, which feeds use: a page names no labels of categories.
SHOWN = (
    Prefetch("tagged", TaggedPost.objects.select_related("tag")),
    Prefetch("authorships", Authorship.objects.select_related("author")),
    "citations",
    "corrections",
)


def post(request: PublicationRequest, language: str, section: str, slug: str) -> HttpResponse:
    """Show a published post; say of a withdrawn one that it is gone."""
    at_address = Post.objects.at(request.publication, section, slug)
    found = at_address.select_related("section", "publication").prefetch_related(*SHOWN).first()
    if found is not None and found.status == Status.WITHDRAWN:
        return render(request, "410.html", {"withdrawn": found}, status=410)
    if found is None or not found.is_public(timezone.now()):
        raise Http404("There is no such post.")
    translations = list(Post.objects.translations_of(found))
    context = {
        "post": found,
        "body": in_order(without_title_heading(found.body, found.title)),
        "tags": [row.tag for row in found.tagged.all()],
        "translations": translations,
        "in_languages": {row.language: row.get_absolute_url() for row in (found, *translations)},
    }
    return render(request, "posts/post.html", context)
