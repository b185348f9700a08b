"""What came out when: the posts of a language by year, month and day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, DateField, QuerySet
from django.db.models.functions import TruncMonth

from publication.models import Publication

from .models import Post, post_address
from .models.queryset import PostQuerySet
from .periods import Period

NEWEST = 3
"""How many posts of each month the page of a year names."""


@dataclass(frozen=True, slots=True)
class Headline:
    """As much of a post as leads to it."""

    title: str
    path: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Month:
    """A month and how many posts came out in it; perhaps its newest ones."""

    period: Period
    post_count: int
    newest: list[Headline]


@dataclass(frozen=True, slots=True)
class Year:
    """A year in which posts came out, and its months, the latest first."""

    period: Period
    months: list[Month]

    @property
    def post_count(self) -> int:
        return sum(month.post_count for month in self.months)


def years_of(posts: PostQuerySet, zone: ZoneInfo) -> list[Year]:
    """The years of public posts, the latest first. One query, which reads an index alone."""
    months = sorted(month_counts(posts, zone), reverse=True)
    return [
        Year(
            Period("year", date(year, 1, 1)),
            [Month(Period("month", first), count, []) for first, count in rows],
        )
        for year, rows in groupby(months, lambda row: row[0].year)
    ]


def months_of(posts: PostQuerySet, year: Period, publication: Publication) -> list[Month]:
    """The months of a year of a language's public posts with the newest of each: two queries."""
    zone = publication.zone
    counts = sorted(month_counts(posts.between(*year.span(zone)), zone), reverse=True)
    newest = _newest_of([Period("month", first) for first, _count in counts], posts, publication)
    return [
        Month(period, count, newest[period])
        for period, count in ((Period("month", first), count) for first, count in counts)
    ]


def month_counts(posts: PostQuerySet, zone: ZoneInfo) -> QuerySet[Any, tuple[date, int]]:
    """(first day, how many posts) of each month in a zone, in no order.

    Sorted by the database, it would sort every post before it counts them.
    """
    first: Any = TruncMonth("published_at", tzinfo=zone, output_field=DateField())
    months: QuerySet[Any, Any] = posts.order_by().annotate(first=first).values("first")
    counted: QuerySet[Any, Any] = months.annotate(post_count=Count("pk"))
    return counted.values_list("first", "post_count")


def beside(
    posts: PostQuerySet, period: Period, zone: ZoneInfo
) -> tuple[Period | None, Period | None]:
    """The nearest earlier and later periods of its kind with posts: two looks into an index."""
    begin, end = period.span(zone)
    dates: QuerySet[Any, Any] = posts.values_list("published_at", flat=True)
    before = dates.filter(published_at__lt=begin)[:1]
    after = dates.filter(published_at__gte=end).order_by("published_at", "pk")[:1]
    found = list(before.union(after, all=True).order_by())
    earlier = next((moment for moment in found if moment < begin), None)
    later = next((moment for moment in found if moment >= end), None)
    return (
        Period.of(period.kind, earlier, zone) if earlier else None,
        Period.of(period.kind, later, zone) if later else None,
    )


def languages_at(period: Period, publications: Iterable[Publication]) -> frozenset[str]:
    """The codes of the publications with posts at a date, each in its own zone. One query."""
    parts: list[QuerySet[Any, Any]] = [
        Post.objects.published(row.code)
        .between(*period.span(row.zone))
        .values_list("publication_id", flat=True)[:1]
        for row in publications
    ]
    first, *others = parts
    return frozenset(first.union(*others, all=True).order_by() if others else first)


def _newest_of(
    months: list[Period], posts: PostQuerySet, publication: Publication
) -> dict[Period, list[Headline]]:
    """The newest posts of each month, whose cost is one look into an index each."""
    zone = publication.zone
    parts: list[QuerySet[Any, Any]] = [
        posts.between(*month.span(zone)).values_list(
            "published_at", "pk", "title", "section__slug", "slug"
        )[:NEWEST]
        for month in months
    ]
    found: dict[Period, list[Headline]] = defaultdict(list)
    if not parts:
        return found
    first, *others = parts
    rows = first.union(*others, all=True).order_by() if others else first
    for moment, _pk, title, section, slug in sorted(rows, reverse=True):
        path = post_address(publication.code, section, slug)
        found[Period.of("month", moment, zone)].append(Headline(title, path, moment))
    return found
