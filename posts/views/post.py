from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from images.markup import with_pictures
from posts.models import Post
from posts.pictures import pictures_in
from posts.reading import minutes
from posts.related import further_reading
from posts.terms_in_use import category_translations
from posts.workflow import Status
from publication.headings import Heading, in_order, with_contents, without_title_heading
from publication.models import Publication
from publication.pictures import unhurried
from publication.requests import PublicationRequest
from publication.tables_and_code import aligned, reachable

# A list of contents is for what one does not see at a glance.
LONG = 3
"""Minutes of reading, and headings, from which on a post has one."""


def post(request: PublicationRequest, language: str, section: str, slug: str) -> HttpResponse:
    """Show a published post; say of a withdrawn one that it is gone."""
    found = Post.objects.at(request.publication, section, slug).for_page().first()
    if found is not None and found.status == Status.WITHDRAWN:
        return render(request, "410.html", {"withdrawn": found}, status=410)
    if found is None or not found.is_public(timezone.now()):
        raise Http404("There is no such post.")
    return render(request, "posts/post.html", article(found, request.publications))


def article(found: Post, publications: Sequence[Publication]) -> dict[str, Any]:
    """What the page of a post shows; it is one of `for_page`."""
    translations = list(Post.objects.translations_of(found))
    shown = in_order(without_title_heading(found.body, found.title))
    body, headings = with_contents(shown)
    minutes_long = minutes(body)
    pictured = with_pictures(body, pictures_in(body), found.language)
    context = {
        "post": found,
        "body": unhurried(aligned(reachable(pictured))),
        "minutes": minutes_long,
        "contents": _contents(headings) if minutes_long >= LONG else [],
        "further": further_reading(found),
        "tags": [row.tag for row in found.tagged.all()],
        "translations": translations,
        "in_languages": {row.language: row.get_absolute_url() for row in (found, *translations)},
    }
    if found.section is not None and len(translations) + 1 < len(publications):
        near = category_translations(found.section)
        context["nearest"] = {row.language: row.get_absolute_url() for row in near}
    return context


def _contents(headings: list[Heading]) -> list[Heading]:
    """The parts of a post, if there are enough of them to choose from."""
    parts = [heading for heading in headings if heading.level == 2]
    return parts if len(parts) >= LONG else []
