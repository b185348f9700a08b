"""What stands for sections, posts and tags in an address."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class TermConverter(StringConverter):
    """A tag's or category's slug by Hugo's rules: it may hold slashes (`a-/-b`)."""

    regex = ".+?"


def register() -> None:
    register_converter(TermConverter, "term")
