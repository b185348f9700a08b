"""Who shows a picture: apps above this one tell, for only they know.

A picture is for readers as soon as, and as long as, something that readers may see shows it.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Use(NamedTuple):
    """A thing that holds a picture, as editors are told of it; `address` is at the desk."""

    label: str
    address: str


class Shower(Protocol):
    """What an app registers: whether it shows the picture of a name now, and where it holds it."""

    def shows(self, name: str) -> bool: ...

    def uses(self, name: str) -> Iterable[Use]: ...


_showers: list[Shower] = []


def register(shower: Shower) -> None:
    """Have an app be asked, once, however often it is registered."""
    if shower not in _showers:
        _showers.append(shower)


def is_public(name: str) -> bool:
    """Whether readers may see the picture of a name now."""
    return any(shower.shows(name) for shower in _showers)


def uses_of(name: str) -> list[Use]:
    """All that holds a picture, seen by readers or not."""
    return [use for shower in _showers for use in shower.uses(name)]
