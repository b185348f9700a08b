"""What would hurt readers of a post: others register checks, editors are told what they find.

A check remarks; it never keeps a post from being published.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from .models import Post


class Level(StrEnum):
    """How bad it is: something is broken for readers, or could be better."""

    BROKEN = "broken"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check found. `code` is for machines: `missing-alt`.

    `message` is a sentence in the editor's language; `where` is the piece of the post that it is
    about, plain text, "" for the post as a whole.
    """

    level: Level
    code: str
    message: str
    where: str = ""


type Check = Callable[[Post], Iterable[Remark]]

_checks: list[Check] = []


def register(check: Check) -> Check:
    """Have a check look at posts, once, however often it is registered."""
    if check not in _checks:
        _checks.append(check)
    return check


def run_checks(post: Post) -> list[Remark]:
    """What all checks find in a post as it is stored, the worst first."""
    remarks = [remark for check in _checks for remark in check(post)]
    return sorted(remarks, key=lambda remark: list(Level).index(remark.level))
