"""What stands for sections, posts, tags and dates in an address."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from .periods import Period


class TermConverter(StringConverter):
    """A tag's or category's slug by Hugo's rules: it may hold slashes (`a-/-b`)."""

    regex = ".+?"


class PeriodConverter:
    """A year, a month or a day, each in one spelling: `2026`, `2026/04`, `2026/04/26`."""

    regex = r"[0-9]{4}(?:/[0-9]{2}){0,2}"

    def to_python(self, value: str) -> Period:
        return Period.read(value)

    def to_url(self, value: Period) -> str:
        return str(value)


def register() -> None:
    register_converter(TermConverter, "term")
    register_converter(PeriodConverter, "period")
