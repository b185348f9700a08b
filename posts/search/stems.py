"""The stems of words, by the dictionaries that PostgreSQL itself has."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from django.db import connection

from .words import without_accents

# By the first part of a language's code. All are in PostgreSQL 15.
_SNOWBALL: Final = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "nb": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
# Here words in Latin letters are English ones, as a rule.
_ENGLISH_WITHIN: Final = frozenset({"zh", "ja", "ko", "th", "lo", "my", "km"})

_ASK = "SELECT word, ts_lexize(%s::regdictionary, word) FROM unnest(%s::text[]) AS asked (word)"


class Stem(NamedTuple):
    """What a word is stored as, and whether it is one of those that say nothing (`the`)."""

    lexeme: str
    empty: bool = False


def dictionary(language: str) -> str:
    """The dictionary of a language code; `simple`, which knows no stems, where there is none."""
    family = language.partition("-")[0]
    name = "english" if family in _ENGLISH_WITHIN else _SNOWBALL.get(family)
    return f"pg_catalog.{name}_stem" if name else "pg_catalog.simple"


def stems(words: Iterable[str], language: str) -> dict[str, Stem]:
    """The stem of each word of a language, in one query."""
    asked = sorted(set(words))
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [dictionary(language), asked])
        rows = cursor.fetchall()
    return {word: _stem(word, found) for word, found in rows}


def _stem(word: str, found: list[str] | None) -> Stem:
    # An empty list is a word of no matter. It is kept: `WHO` and `IT` are news.
    return Stem(without_accents(found[0] if found else word), empty=found == [])
