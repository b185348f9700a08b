"""Which publication suits a reader, by the languages that a browser asks for."""

from collections.abc import Sequence
from typing import Final

from edge.coding import weights

from .models import Publication
from .naming import language_tag

LONGEST: Final = 500
"""How much of a header is read: no browser sends more."""

# Which script Chinese is written in where a tag names a place alone (CLDR, likely subtags).
_SCRIPTS: Final = {
    "zh": "hans",
    "zh-cn": "hans",
    "zh-sg": "hans",
    "zh-my": "hans",
    "zh-tw": "hant",
    "zh-hk": "hant",
    "zh-mo": "hant",
}


def preferred(header: str, publications: Sequence[Publication]) -> Publication | None:
    """The publication for an Accept-Language header (RFC 9110 §12.5.4); None where none is asked.

    What is wanted most decides: the very language, else the same script of it, else the language
    in any form. `*` is any that was not refused with `q=0`.
    """
    wanted = weights(header[:LONGEST])
    refused = {tag for tag, weight in wanted.items() if weight == 0}
    ranked = sorted(
        (tag for tag, weight in wanted.items() if 0 < weight <= 1),
        key=lambda tag: -wanted[tag],
    )
    open_to = [row for row in publications if not refused & _names(row)]
    for tag in ranked:
        if tag == "*":
            return next(iter(open_to), None)
        best = max(open_to, key=lambda row: _closeness(tag, row), default=None)
        if best is not None and _closeness(tag, best):
            return best
    return None


def _closeness(tag: str, publication: Publication) -> int:
    """How well a publication suits a language tag, 0 where it does not."""
    names = _names(publication)
    if tag in names:
        return 3
    if not any(_primary(name) == _primary(tag) for name in names):
        return 0
    return 2 if _script(tag) == _script(language_tag(publication).lower()) else 1


def _names(publication: Publication) -> set[str]:
    return {publication.code, publication.locale, language_tag(publication).lower()}


def _primary(tag: str) -> str:
    return tag.split("-", 1)[0]


def _script(tag: str) -> str:
    primary, *rest = tag.split("-")
    named = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return named or _SCRIPTS.get("-".join([primary, *rest[:1]]) or "", _SCRIPTS.get(primary, ""))
