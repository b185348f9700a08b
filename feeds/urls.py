from collections.abc import Iterator

from django.urls import URLPattern, path, register_converter
from django.views.generic import RedirectView

from . import pages, scope
from .algebra_view import ALGEBRA, AlgebraFeed
from .archive import Month
from .corrections_view import CORRECTIONS, CorrectionFeed
from .formats import FORMATS
from .search_view import SEARCH, SearchFeed
from .sitemaps import views as sitemaps
from .views import ArchiveFeed, Find, PostFeed

app_name = "feeds"


class MonthConverter:
    """A month in an address: `2026-04`."""

    regex = r"[0-9]{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> Month:
        year, month = value.split("-")
        if int(year) == 0:
            raise ValueError(value)
        return Month(int(year), int(month))

    def to_url(self, value: Month) -> str:
        return str(value)


register_converter(MonthConverter, "month")

# Name → where the feed's page is, and what makes its scope.
SCOPES: dict[str, tuple[str, Find]] = {
    "everything": ("", scope.everything),
    "site": ("<lang:language>/", scope.site),
    "posts": ("<lang:language>/posts/", scope.posts),
    "section": ("<lang:language>/posts/<str:section>/", scope.section),
    "category": ("<lang:language>/categories/<term:category>/", scope.category),
    "tag": ("<lang:language>/tags/<term:tag>/", scope.tag),
    "author": ("<lang:language>/authors/<str:author>/", scope.author),
    "source": ("<lang:language>/sources/<str:source>/", scope.source),
}


def _patterns() -> Iterator[URLPattern]:
    for form in FORMATS:
        for name, (page, find) in SCOPES.items():
            archive = f"{page}archive/<month:month>.{form.archive_suffix}"
            yield path(
                archive, ArchiveFeed(find, form), name=f"{name}-archive.{form.archive_suffix}"
            )
            yield path(f"{page}{form.file}", PostFeed(find, form), name=f"{name}-{form.file}")
        algebra = f"<lang:language>/feeds/{form.file}"
        yield path(algebra, AlgebraFeed(form), name=f"{ALGEBRA}-{form.file}")
        found = f"<lang:language>/search/{form.file}"
        yield path(found, SearchFeed(form), name=f"{SEARCH}-{form.file}")
        corrected = f"<lang:language>/corrections/{form.file}"
        yield path(corrected, CorrectionFeed(form), name=f"{CORRECTIONS}-{form.file}")


urlpatterns = [
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap-index"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("<lang:language>/sitemap.xml", sitemaps.main, name="sitemap"),
    path("<lang:language>/sitemap/<month:month>.xml", sitemaps.month, name="sitemap-month"),
    path(
        "<lang:language>/sitemap/<slug:kind>-<int:number>.xml",
        sitemaps.further_part,
        name="sitemap-part",
    ),
    path("<lang:language>/subscribe/", pages.subscribe, name="subscribe"),
    path("<lang:language>/feeds.opml", pages.opml, name="opml"),
    # Hugo has feeds of the names of tags and categories: who followed one is led to the posts.
    *(
        path(
            f"<lang:language>/{kind}/index.xml",
            RedirectView.as_view(pattern_name="feeds:site-index.xml", permanent=True),
            name=f"names-of-{kind}",
        )
        for kind in ("tags", "categories")
    ),
    *_patterns(),
]
