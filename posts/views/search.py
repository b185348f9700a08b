from urllib.parse import urlencode

from django.core.paginator import EmptyPage, PageNotAnInteger
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from posts.search.asked import ALL, read
from posts.search.nearest import nearest
from posts.search.results import search as search_posts
from posts.terms_in_use import tags_covered_lately
from publication.requests import PublicationRequest
from taxonomy.models import Category

KNOWN_TAGS = 60
"""How many tags a browser may complete what is typed from."""


def search(request: PublicationRequest, language: str) -> HttpResponse:
    """Find posts by their words. Whatever was typed gets a page."""
    asked = read(request.GET, request.publications, request.publication)
    problems = dict(asked.problems)
    path = reverse("posts:search", kwargs={"language": language})
    given = request.GET.get("page", "1")
    results = None
    if asked.query.wanted and not problems:
        try:
            # Digits of other scripts, and more of them than a number has, are no page.
            number = int(given) if given.isascii() and given.isdigit() and len(given) < 5 else 0
            results = search_posts(asked, number)
        except (EmptyPage, PageNotAnInteger):
            problems["page"] = _("There is no page “%(name)s” of this search.") % {
                "name": given[:100]
            }
    number = results.page.number if results else 1

    def address(of: int) -> str:
        return f"{path}?{asked.encoded(page=str(of) if of > 1 else '')}"

    sections = list(Category.objects.filter(language=language))
    listed = {row.slug for row in sections}
    context = {
        "asked": asked,
        "typed": {**asked.typed, "since": asked.typed["from"]},
        "problems": problems,
        "results": results,
        "address": path,
        "first": address(1),
        "previous": address(number - 1) if results and results.page.has_previous() else "",
        "next": address(number + 1) if results and results.page.has_next() else "",
        "everywhere": f"{path}?{urlencode({'q': asked.typed['q'], 'language': ALL})}",
        "unfiltered": f"{path}?{urlencode({'q': asked.typed['q']})}",
        "feed": "" if asked.typed["language"] else asked.encoded(),
        "subjects": nearest(asked.query, language) if results and not results.total else [],
        "sections": sections,
        "unlisted": "" if asked.typed["section"] in listed else asked.typed["section"],
        "known_tags": tags_covered_lately(language)[:KNOWN_TAGS],
        "several": len(asked.languages) > 1 or asked.languages != [language],
        "in_languages": {
            row.code: reverse("posts:search", kwargs={"language": row.code})
            + (f"?{urlencode({'q': asked.typed['q']})}" if asked.typed["q"] else "")
            for row in request.publications
        },
    }
    return render(request, "posts/search.html", context)
