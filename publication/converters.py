"""The language in an address."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from .models.publication import CODE


class LanguageConverter(StringConverter):
    """A publication's code: `en`, `zh`, `pt-br`."""

    regex = CODE


def register() -> None:
    register_converter(LanguageConverter, "lang")
