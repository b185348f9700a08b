"""What is wrong with a post, or could be better: others register checks, editors are told.

Those that `settings.BLOCKING_CHECKS` names keep a post from going out; the others only remark.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

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

    @property
    def is_blocking(self) -> bool:
        """Whether it keeps the post from going out."""
        return self.code in settings.BLOCKING_CHECKS


type Check = Callable[[Post], Iterable[Remark]]

_checks: list[Check] = []
_codes: set[str] = set()


def register(check: Check, *codes: str) -> Check:
    """Have a check look at posts, once, however often it is registered.

    `codes` are those of all the remarks that it can make.
    """
    if check not in _checks:
        _checks.append(check)
    _codes.update(codes)
    return check


@checks.register
def blocking_checks_are_known(**_arguments: Any) -> list[checks.CheckMessage]:
    """`BLOCKING_CHECKS` names remarks that there can be: a slip of the pen would block nothing."""
    unknown = sorted(settings.BLOCKING_CHECKS - _codes)
    if not unknown:
        return []
    message = f"BLOCKING_CHECKS names what no check remarks: {', '.join(unknown)}."
    hint = f"Write some of: {', '.join(sorted(_codes))}."
    return [checks.Error(message, hint=hint, id="posts.E001")]


def run_checks(post: Post) -> list[Remark]:
    """What all checks find in a post as it is stored, the worst first."""
    remarks = [remark for check in _checks for remark in check(post)]
    order = list(Level)
    return sorted(remarks, key=lambda one: (not one.is_blocking, order.index(one.level)))


def require_checked(post: Post) -> None:
    """Refuse to let out a post in which something is found that the newsroom does not let out."""
    if not settings.BLOCKING_CHECKS:
        return
    blocking = [remark for remark in run_checks(post) if remark.is_blocking]
    if blocking:
        raise ValidationError([_said(remark) for remark in blocking])


def _said(remark: Remark) -> str:
    said = f"{remark.message} ({remark.where})" if remark.where else remark.message
    return _("It cannot go out like this: %(remark)s") % {"remark": said}
