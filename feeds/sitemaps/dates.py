"""The years and months of the archive, as entries of a sitemap. Days are found from there."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value
from django.urls import reverse

from posts.archive import month_counts
from posts.keys import list_key, month_key
from posts.models import Post
from posts.periods import Period
from publication.models import Publication

from .entry import Entry, by_tag


def archive(publication: Publication, publications: list[Publication]) -> Iterator[Entry]:
    """The archive of a language, its years and months, each with the same date elsewhere.

    One query. A month is as new as that of the list of all posts, a year as its months.
    """
    months = _months(publications)
    if not months[publication.code]:
        return
    key = list_key(publication.code)
    index = {
        row.code: reverse("posts:archive", kwargs={"language": row.code}) for row in publications
    }
    yield Entry(index[publication.code], None, by_tag(index, publications), frozenset({key}))
    keys: dict[Period, set[str]] = defaultdict(set)
    for day in months[publication.code]:
        for period in _periods(day):
            keys[period].add(month_key(key, f"{day:%Y-%m}"))
    codes: dict[Period, set[str]] = defaultdict(set)
    for code, days in months.items():
        for period in (period for day in days for period in _periods(day)):
            codes[period].add(code)
    for period, stamped in keys.items():
        paths = {
            code: reverse("posts:period", kwargs={"language": code, "period": period})
            for code in codes[period]
        }
        languages = by_tag(paths, publications)
        yield Entry(paths[publication.code], None, languages, frozenset(stamped))


def _periods(day: date) -> list[Period]:
    return [Period.around("year", day), Period.around("month", day)]


def _months(publications: list[Publication]) -> dict[str, list[date]]:
    """The first days of the months in which each publication's posts came out, in its zone."""
    found: dict[str, list[date]] = defaultdict(list)
    parts: list[QuerySet[Any, Any]] = [
        month_counts(Post.objects.published(row.code), row.zone)
        .annotate(code=Value(row.code))
        .values_list("code", "first")
        for row in publications
    ]
    first, *others = parts
    rows = first.union(*others, all=True).order_by() if others else first
    for code, day in sorted(rows, reverse=True):
        found[code].append(day)
    return found
