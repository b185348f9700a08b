"""Redirects in bulk: lines of `old,new`, each written or refused by itself."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.models import Redirect
from posts.redirect_paths import old_path
from posts.rights import require_permission

from .redirects import save_redirect

MOST_LINES: Final = 2_000
_HEADINGS: Final = frozenset({"old", "from", "path", "source", "old path"})

_QUOTED: Final = re.compile(r'"[^"]*"')

KINDS: Final = {
    "added": gettext_lazy("added"),
    "changed": gettext_lazy("changed"),
    "unchanged": gettext_lazy("unchanged"),
    "refused": gettext_lazy("refused"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: `kind` is one of `KINDS`, `said` what is to be known of it."""

    line: int
    old: str
    new: str
    kind: str
    said: str = ""

    @property
    def told(self) -> str:
        return str(KINDS[self.kind])


def read_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, old, new) of each line of CSV; `new` is "" for what is gone. A heading is passed over.

    Tabs and semicolons separate as well. Raises ValidationError for too many lines or columns.
    """
    lines = text.lstrip("\ufeff").splitlines()
    if len(lines) > MOST_LINES:
        message = _("%(most)s lines at most; these are %(number)s.")
        raise ValidationError(message % {"most": MOST_LINES, "number": len(lines)})
    for number, line in enumerate(lines, start=1):
        bare = _QUOTED.sub("", line)
        separator = next((mark for mark in ("\t", ",", ";") if mark in bare), ",")
        try:
            cells = next(csv.reader([line], delimiter=separator), [])
        except csv.Error:
            cells = [line]
        cells = [cell.strip() for cell in cells]
        if not any(cells) or (number == 1 and cells[0].casefold() in _HEADINGS):
            continue
        if any(cells[2:]):
            message = _("Line %s has more than two columns. Put quotes around a comma.")
            raise ValidationError(message % number)
        yield number, cells[0], cells[1] if len(cells) > 1 else ""


@transaction.atomic
def import_redirects(
    lines: Iterable[tuple[int, str, str]], *, by: AbstractBaseUser | None, dry_run: bool
) -> list[Outcome]:
    """Write redirects in their order; with `dry_run`, only say what that would do.

    A line that is refused stops no other.
    """
    require_permission(by, "add_redirect")
    require_permission(by, "change_redirect")
    outcomes = [_imported(*line, by=by) for line in lines]
    if dry_run:
        transaction.set_rollback(True)
    return outcomes


def totals(outcomes: Iterable[Outcome]) -> list[tuple[str, int]]:
    """How many lines of each kind there are, those that are none left out."""
    counted = Counter(outcome.kind for outcome in outcomes)
    return [(str(name), counted[kind]) for kind, name in KINDS.items() if counted[kind]]


def _imported(line: int, old: str, new: str, *, by: AbstractBaseUser | None) -> Outcome:
    before = Redirect.objects.filter(path=old_path(old)).values_list("post", "target").first()
    try:
        with transaction.atomic():
            redirect, plan = save_redirect(old, target=new, by=by)
    except ValidationError as error:
        return Outcome(line, old, new, "refused", " ".join(error.messages))
    kind = "added" if before is None else "changed"
    if before == (redirect.post_id, redirect.target):
        kind = "unchanged"
    return Outcome(line, old, new, kind, " ".join(plan.notes))
