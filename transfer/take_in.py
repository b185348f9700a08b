"""Stores what a reader of another system yields, in batches, each of them whole or not at all.

Killed and run again it goes on where it was: the verbs know what is here already.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction

from edge.stamps import together
from images.actions import DuplicateError, upload_picture
from images.models import Picture
from posts.actions import import_posts, import_redirects
from posts.arrivals import Arrival, Outcome
from publication.actions import import_page, keep_file
from publication.models import Publication
from safeguards.effort import MarkupError

from .house_style import in_house_style
from .move_report import MoveReport
from .moving import (
    FileArrival,
    Moved,
    Note,
    PageArrival,
    PictureArrival,
    Reader,
    RedirectArrival,
    Skipped,
    TermArrival,
)
from .needed_publication import checked, publication_of
from .term_titles import keep_title

SORTS: Final = {
    "posts": (Arrival, TermArrival, PictureArrival),
    "pages": (PageArrival,),
    "files": (FileArrival,),
    "redirects": (RedirectArrival,),
}
BATCH: Final = 200
# Of what is large, fewer at once.
_BATCHES: Final[dict[type, int]] = {PageArrival: 50, FileArrival: 20}

BLIND: Final = (
    "Dry run: nothing was changed. It does not see what one batch of 200 does to another, such as"
    " two posts that want the same address, or a redirect to what another batch made."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What of it all is taken in: the sorts, all if none; posts since a date; or a mere trial."""

    only: Collection[str] = ()
    since: datetime | None = None
    dry_run: bool = False

    def takes(self, moved: Moved) -> bool:
        """Whether a thing is of a sort that was asked for. What is said of others is said."""
        sort = next((name for name, types in SORTS.items() if isinstance(moved, types)), None)
        return sort is None or not self.only or sort in self.only

    def is_too_old(self, arrival: Arrival) -> bool:
        """Whether a post neither appeared nor changed since the date."""
        dates = [date for date in (arrival.published_at, arrival.updated_at) if date]
        return self.since is not None and bool(dates) and max(dates) < self.since


def take_in(
    reader: Reader,
    choice: Choice,
    *,
    progress: Callable[[int], None] = lambda number: None,
) -> MoveReport:
    """Store everything that the reader yields and say what became of it.

    Raises UnknownLanguageError, before anything is stored, for a language that no publication can
    be in.
    """
    report = MoveReport(dry_run=choice.dry_run)
    wanted = reader.publications()
    for need in wanted:
        if not Publication.objects.filter(code=need.code).exists():
            checked(need)
            report.count("publication", "created")
    for batch in _batches(reader):
        taken = [moved for moved in batch if choice.takes(moved)]
        with transaction.atomic():
            with together():
                # In a dry run they go with every batch.
                publications = {need.code: publication_of(need) for need in wanted}
                _Store(report, publications, choice).store(taken)
            if choice.dry_run:
                transaction.set_rollback(True)
        progress(len(batch))
    return report


def _batches(reader: Iterable[Moved]) -> Iterator[list[Moved]]:
    for kind, run in groupby(reader, _kind):
        batch: list[Moved] = []
        for moved in run:
            batch.append(moved)
            if len(batch) == _BATCHES.get(kind, BATCH):
                yield batch
                batch = []
        if batch:
            yield batch


def _kind(moved: Moved) -> type:
    """What stands in one batch: with posts their pictures, and what is said of them."""
    return Arrival if isinstance(moved, PictureArrival | Note | Skipped) else type(moved)


@dataclass(slots=True)
class _Store:
    report: MoveReport
    publications: dict[str, Publication]
    choice: Choice

    def store(self, batch: list[Moved]) -> None:
        """Store a batch of things of one kind."""
        for moved in batch:
            if isinstance(moved, PictureArrival):
                self._picture(moved)
        self._posts([moved for moved in batch if isinstance(moved, Arrival)])
        redirects = [moved for moved in batch if isinstance(moved, RedirectArrival)]
        self._redirects(redirects)
        for moved in batch:
            match moved:
                case PageArrival():
                    self._page(moved)
                case FileArrival():
                    self._file(moved)
                case TermArrival():
                    self.report.count("term", keep_title(moved))
                case Skipped():
                    self.report.skip(moved)
                case Note():
                    self.report.notes.append(moved.text)

    def _posts(self, arrivals: list[Arrival]) -> None:
        fit = [fitted for arrival in arrivals if (fitted := self._fitted(arrival))]
        for taken in import_posts(fit, by=None) if fit else ():
            name = taken.arrival.name
            match taken.outcome:
                case Outcome.REFUSED:
                    self.report.skip(Skipped("post", name, taken.why))
                case Outcome.EDITED_HERE:
                    self.report.count("post", "edited here")
                    self.report.notes.append(f"{name}: it was edited here since it was imported")
                case outcome:
                    self.report.count("post", outcome.value)
                    if taken.why:
                        self.report.notes.append(f"{name}: {taken.why}")

    def _fitted(self, arrival: Arrival) -> Arrival | None:
        if self.choice.is_too_old(arrival):
            self.report.skip(Skipped("post", arrival.name, "it is older than --since", lost=False))
            return None
        try:
            content = in_house_style(arrival.content, self.publications[arrival.language])
        except MarkupError as error:
            self.report.skip(Skipped("post", arrival.name, str(error)))
            return None
        return replace(arrival, content=content)

    def _page(self, page: PageArrival) -> None:
        try:
            with transaction.atomic():
                _page, outcome = import_page(
                    self.publications[page.language],
                    page.path,
                    page.title,
                    page.summary,
                    page.body,
                    by=None,
                )
        except ValidationError as error:
            self.report.skip(Skipped("page", page.name, " ".join(error.messages)))
        else:
            self.report.count("page", outcome.value)

    def _picture(self, arrival: PictureArrival) -> None:
        picture = Picture(
            alts=dict(arrival.alts),
            is_decorative=not arrival.alts,
            credit=arrival.credit,
            source_url=arrival.source_url,
        )
        try:
            with transaction.atomic():
                upload_picture(arrival.master, picture, by=None)
        except DuplicateError:
            self.report.count("picture", "unchanged")
        except ValidationError as error:
            name = arrival.source_url or arrival.master.name
            self.report.skip(Skipped("picture", name, " ".join(error.messages)))
        else:
            self.report.count("picture", "created")
            if not arrival.alts:
                self.report.notes.append(
                    f"{arrival.source_url}: nothing is said of what it shows; say it at the desk."
                )

    def _file(self, arrival: FileArrival) -> None:
        try:
            with transaction.atomic(), arrival.file.open("rb") as data:
                _file, outcome = keep_file(arrival.path, data, by=None)
        except ValidationError as error:
            self.report.skip(Skipped("file", arrival.path, " ".join(error.messages)))
        except OSError as error:
            self.report.skip(Skipped("file", arrival.path, f"it cannot be read: {error.strerror}"))
        else:
            self.report.count("file", outcome.value)

    def _redirects(self, redirects: list[RedirectArrival]) -> None:
        lines = ((number, it.old, it.new) for number, it in enumerate(redirects, start=1))
        named = {"added": "created", "changed": "updated"}
        for outcome in import_redirects(lines, by=None, dry_run=False) if redirects else ():
            if outcome.kind == "refused":
                self.report.skip(
                    Skipped("redirect", f"{outcome.old} → {outcome.new}", outcome.said)
                )
            else:
                self.report.count("redirect", named.get(outcome.kind, outcome.kind))
