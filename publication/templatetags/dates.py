"""Dates and times as a newspaper of the language prints them, in the publication's zone.

The formats are translated: see the strings with the context "date format", which are made of
Django's format characters.
"""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def long_day(moment: date) -> str:
    """Sunday 26 April 2026."""
    return _shown(moment, pgettext("date format", "l j F Y"))


@register.filter
def day(moment: date) -> str:
    """26 April 2026."""
    return _shown(moment, pgettext("date format", "j F Y"))


@register.filter
def moment(moment: datetime) -> str:
    """Sunday 26 April 2026, 14:05."""
    return _shown(moment, pgettext("date format", "l j F Y, H:i"))


@register.filter
def weekday(moment: date) -> str:
    """Sunday."""
    return _shown(moment, "l")


@register.filter
def day_of_month(moment: date) -> str:
    """26 April."""
    return _shown(moment, pgettext("date format", "j F"))


@register.filter
def month(moment: date) -> str:
    """April 2026."""
    return _shown(moment, pgettext("date format", "F Y"))


@register.filter
def month_alone(moment: date) -> str:
    """April."""
    return _shown(moment, pgettext("date format", "F"))


@register.filter
def year(moment: date) -> str:
    """2026."""
    return _shown(moment, pgettext("date format", "Y"))


@register.filter
def clock(moment: datetime) -> str:
    """14:05."""
    return _shown(moment, pgettext("date format", "H:i"))


@register.filter
def machine(moment: datetime) -> str:
    """2026-04-26T14:05:00+08:00: HTML allows no microseconds, as the filter `date:"c"` writes."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


@register.simple_tag
def today() -> date:
    """The date where the publication is."""
    return timezone.localdate()


def _shown(moment: date, how: str) -> str:
    local = timezone.localtime(moment) if isinstance(moment, datetime) else moment
    return date_format(local, how)
