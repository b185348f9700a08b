"""What the years, months and days of the archive are called."""

from datetime import date

from django import template

from posts.periods import Period
from publication.templatetags import dates

register = template.Library()

_WHOLE = {"year": dates.year, "month": dates.month, "day": dates.day}
_PART = {"year": dates.year, "month": dates.month_alone, "day": dates.day_of_month}


@register.filter
def period_name(period: Period) -> str:
    """2026 · April 2026 · 26 April 2026."""
    return _WHOLE[period.kind](period.first)


@register.filter
def part_name(period: Period) -> str:
    """2026 · April · 26 April: where what it is a part of stands beside it."""
    return _PART[period.kind](period.first)


@register.filter
def as_day(day: date) -> Period:
    """The page of a day in the archive."""
    return Period("day", day)
