from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from posts.archive import beside, languages_at, months_of, years_of
from posts.listing import by_day, listing
from posts.models import Post
from posts.periods import Period
from posts.sizes import counted
from posts.templatetags.periods import period_name
from publication.requests import PublicationRequest

from .lists import in_every_language, paged


def archive(request: PublicationRequest, language: str) -> HttpResponse:
    """The years and months in which posts of a language came out."""
    context = {
        "years": years_of(Post.objects.published(language), request.publication.zone),
        "in_languages": in_every_language(request, "archive"),
    }
    return render(request, "posts/archive.html", context)


@paged
def period(request: PublicationRequest, language: str, period: Period, number: int) -> HttpResponse:
    """What came out in a year, a month or on a day, in the publication's time zone."""
    if period.kind == "year":
        template, context = "posts/archive_year.html", _year(request, period, number)
    else:
        template, context = "posts/archive_list.html", _list(request, period, number)
    posts = Post.objects.published(language)
    before, after = beside(posts, period, request.publication.zone)
    context |= {
        "period": period,
        "name": period_name(period),
        "before": before,
        "after": after,
        "in_languages": _in_languages(request, period),
        "nearest": in_every_language(request, "archive"),
    }
    return render(request, template, context)


def _year(request: PublicationRequest, period: Period, number: int) -> dict[str, Any]:
    posts = Post.objects.published(request.publication.code)
    months = months_of(posts, period, request.publication)
    if number > 1 or not months:
        raise Http404("Nothing came out in that year, or it has no such page.")
    return {"months": months, "total": sum(month.post_count for month in months)}


def _list(request: PublicationRequest, period: Period, number: int) -> dict[str, Any]:
    code = request.publication.code
    posts = Post.objects.published(code).between(*period.span(request.publication.zone))
    listed = listing(posts, number, "period", size=counted(posts), language=code, period=period)
    if not listed.total:
        raise Http404("Nothing came out at that date.")
    return {"listing": listed, "days": by_day(listed.posts)}


def _in_languages(request: PublicationRequest, period: Period) -> dict[str, str]:
    """Where the same date is, in those languages that have posts at it."""
    codes = languages_at(period, request.publications)
    return {
        row.code: reverse("posts:period", kwargs={"language": row.code, "period": period})
        for row in request.publications
        if row.code in codes
    }
