"""Style sheets for people who open the address of an XML feed in a browser."""

from typing import Final

from django.templatetags.static import static
from django.utils.feedgenerator import Stylesheet

_SHEET: Final = "feed.css"
# Language → what is laid over the sheet: the words in it, and the faces.
_TRANSLATED: Final = {"zh": "feed-zh.css"}


def stylesheets(code: str) -> list[Stylesheet]:
    """The sheets of a feed in a language (`zh`, `zh-hant`), in their order."""
    translated = _TRANSLATED.get(code.partition("-")[0])
    return [_linked(sheet) for sheet in (_SHEET, translated) if sheet]


def addresses() -> list[str]:
    """Where all of them are: with their hashes, which change with what they say."""
    return [static(sheet) for sheet in (_SHEET, *_TRANSLATED.values())]


def _linked(sheet: str) -> Stylesheet:
    return Stylesheet(static(sheet), mimetype="text/css")
