from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from edge.coding import encode, name_coding
from edge.stamps import age_of
from edge.validators import Validators
from feeds.archive import Month, posts_of
from posts.keys import EVERYTHING, month_key
from posts.models import Post
from publication.keys import ALL_PUBLICATIONS
from publication.known import known
from publication.models import Page, Publication
from publication.naming import language_tag
from publication.requests import PublicationRequest
from taxonomy.keys import terms_key
from taxonomy.models import Category, Tag

from . import writer
from .entry import NewsEntry
from .kinds import KINDS, parts
from .pages import other_pages, part, posts_in

CONTENT_TYPE: Final = "application/xml; charset=utf-8"
NEWEST: Final = 1000
"""How many posts stand in a language's main sitemap; older ones are in those of their months."""

NEWS: Final = timedelta(days=2)
MOST_NEWS: Final = 1000
_EDITION: Final = "1"


def index(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: the sitemaps of every language."""
    age = age_of(_everywhere())
    validators = Validators.of(age, settings.SITE_URL, _EDITION, _pages_state())
    if validators.hold_for(request):
        return _not_modified(request, validators)
    documents: list[tuple[str, datetime | None]] = []
    publications = known()
    further = parts(publications)
    for row in publications:
        documents.append((reverse("feeds:sitemap", kwargs={"language": row.code}), age.changed_at))
        documents += [(_part_path(row, *which), age.changed_at) for which in further[row.code]]
        documents += [(_month_path(row, month), None) for month in _older_months(row)]
    return _answer(request, writer.index(documents), validators)


def main(request: PublicationRequest, language: str) -> HttpResponse:
    """`/<lang>/sitemap.xml`: its pages and newest posts."""
    age = age_of(_everywhere())
    validators = Validators.of(age, settings.SITE_URL, _EDITION, _pages_state())
    if validators.hold_for(request):
        return _not_modified(request, validators)
    posts = posts_in(Post.objects.published(language)[:NEWEST], request.publications)
    entries = [*other_pages(request.publication, request.publications), *posts]
    return _answer(request, writer.urlset(entries), validators)


def further_part(
    request: PublicationRequest, language: str, kind: str, number: int
) -> HttpResponse:
    """`/<lang>/sitemap/tags-2.xml`: what the main one has no room for."""
    age = age_of(_everywhere())
    validators = Validators.of(age, settings.SITE_URL, _EDITION)
    if kind not in KINDS or number < 2:
        raise Http404("There is no such sitemap.")
    if validators.hold_for(request):
        return _not_modified(request, validators)
    entries = part(kind, request.publication, request.publications, number)
    if not entries:
        raise Http404("There is no such sitemap.")
    return _answer(request, writer.urlset(entries), validators)


def month(request: PublicationRequest, language: str, month: Month) -> HttpResponse:
    """`/<lang>/sitemap/2026-04.xml`: the posts of a month."""
    age = age_of([month_key(language, str(month)), ALL_PUBLICATIONS])
    validators = Validators.of(age, settings.SITE_URL, _EDITION)
    if validators.hold_for(request):
        return _not_modified(request, validators)
    try:
        posts = posts_of(Post.objects.published(language), month, request.publication.zone)
    except ValueError as error:
        raise Http404("No calendar has a month after that one.") from error
    return _answer(request, writer.urlset(posts_in(posts, request.publications)), validators)


def news(request: HttpRequest) -> HttpResponse:
    """`/news-sitemap.xml`: what came out in the last two days, in every language."""
    # By the hour, so that a copy holds until an hour or a change is over.
    now = timezone.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    begin = hour + timedelta(hours=1) - NEWS
    age = age_of([EVERYTHING, ALL_PUBLICATIONS])
    validators = Validators.of(age, settings.SITE_URL, _EDITION, hour.isoformat())
    if validators.hold_for(request):
        return _not_modified(request, validators)
    posts = Post.objects.published().between(begin, now + timedelta(seconds=1))
    rows = posts.select_related("section", "publication").defer("body")[:MOST_NEWS]
    entries = [
        NewsEntry(
            path=post.get_absolute_url(),
            publication=post.publication.name,
            language=_news_language(post.publication),
            published_at=post.published_at.astimezone(post.publication.zone),
            title=post.title,
        )
        for post in rows
        if post.published_at
    ]
    return _answer(request, writer.news(entries), validators)


def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: what is for people alone, and where the sitemaps are (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /language/"]
    lines += [f"Disallow: {row.get_absolute_url()}search/?" for row in known()]
    lines += ["", *(f"Sitemap: {settings.SITE_URL}{path}" for path in _announced())]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def _announced() -> list[str]:
    return [reverse("feeds:sitemap-index"), reverse("feeds:news-sitemap")]


def _everywhere() -> list[str]:
    """The keys of all that a sitemap of pages shows."""
    kinds = (Category, Tag)
    terms = [terms_key(kind, row.code) for row in known() for kind in kinds]
    return [EVERYTHING, ALL_PUBLICATIONS, *terms]


def _pages_state() -> str:
    """Differs whenever a Page changed: Pages have no stamps."""
    state = Page.objects.aggregate(Max("modified_at"), Count("pk"))
    return "\t".join(map(str, state.values()))


def _older_months(publication: Publication) -> list[Month]:
    """The months of the posts that are not among the newest, latest first."""
    published = Post.objects.published(publication.code)
    past = published.values_list("published_at", flat=True)[NEWEST : NEWEST + 1].first()
    if past is None:
        return []
    zone = publication.zone
    # Its whole month: who reads every document reads every post.
    end = Month.of(past, zone).span(zone)[1]
    older = published.filter(published_at__lt=end).order_by()
    starts = older.datetimes("published_at", "month", order="DESC", tzinfo=zone)
    return [Month(start.year, start.month) for start in starts]


def _part_path(publication: Publication, kind: str, number: int) -> str:
    values = {"language": publication.code, "kind": kind, "number": number}
    return reverse("feeds:sitemap-part", kwargs=values)


def _month_path(publication: Publication, month: Month) -> str:
    return reverse("feeds:sitemap-month", kwargs={"language": publication.code, "month": month})


def _news_language(publication: Publication) -> str:
    """ISO 639, but `zh-cn` and `zh-tw`, as Google's documentation of the extension has it."""
    tag = language_tag(publication)
    named = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw"}
    return named.get(tag, tag.split("-")[0])


def _answer(request: HttpRequest, text: str, validators: Validators) -> HttpResponse:
    response = _kept(request, HttpResponse(text, content_type=CONTENT_TYPE), validators)
    encode(request, response)
    return response


def _not_modified(request: HttpRequest, validators: Validators) -> HttpResponse:
    response = _kept(request, HttpResponseNotModified(), validators)
    name_coding(request, response)
    return response


def _kept(request: HttpRequest, response: HttpResponse, validators: Validators) -> HttpResponse:
    validators.put_on(response, request)
    response.headers["Cache-Control"] = "public, max-age=300"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
