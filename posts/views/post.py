from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from images.markup import with_pictures
from posts.models import Authorship, Citation, Post, TaggedPost
from posts.pictures import pictures_in
from posts.reading import minutes
from posts.related import further_reading
from posts.terms_in_use import category_translations
from posts.workflow import Status
from publication.headings import Heading, in_order, with_contents, without_title_heading
from publication.pictures import unhurried
from publication.requests import PublicationRequest
from publication.tables_and_code import aligned, reachable

# Narrower than `for_reading`, which feeds use: a page names no labels of categories.
SHOWN = (
    Prefetch("tagged", TaggedPost.objects.select_related("tag")),
    Prefetch("authorships", Authorship.objects.select_related("author")),
    Prefetch("citations", Citation.objects.select_related("publisher")),
    "corrections",
)

# A list of contents is for what one does not see at a glance.
LONG = 3
"""Minutes of reading, and headings, from which on a post has one."""


def post(request: PublicationRequest, language: str, section: str, slug: str) -> HttpResponse:
    """Show a published post; say of a withdrawn one that it is gone."""
    at_address = Post.objects.at(request.publication, section, slug)
    found = (
        at_address.select_related("section", "publication", "picture")
        .prefetch_related(*SHOWN)
        .first()
    )
    if found is not None and found.status == Status.WITHDRAWN:
        return render(request, "410.html", {"withdrawn": found}, status=410)
    if found is None or not found.is_public(timezone.now()):
        raise Http404("There is no such post.")
    translations = list(Post.objects.translations_of(found))
    shown = in_order(without_title_heading(found.body, found.title))
    body, headings = with_contents(shown)
    minutes_long = minutes(body)
    context = {
        "post": found,
        "body": unhurried(aligned(reachable(with_pictures(body, pictures_in(body), language)))),
        "minutes": minutes_long,
        "contents": _contents(headings) if minutes_long >= LONG else [],
        "further": further_reading(found),
        "tags": [row.tag for row in found.tagged.all()],
        "translations": translations,
        "in_languages": {row.language: row.get_absolute_url() for row in (found, *translations)},
    }
    if found.section is not None and len(translations) + 1 < len(request.publications):
        near = category_translations(found.section)
        context["nearest"] = {row.language: row.get_absolute_url() for row in near}
    return render(request, "posts/post.html", context)


def _contents(headings: list[Heading]) -> list[Heading]:
    """The parts of a post, if there are enough of them to choose from."""
    parts = [heading for heading in headings if heading.level == 2]
    return parts if len(parts) >= LONG else []
