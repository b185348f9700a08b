"""Makes posts of a feed's entries."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import batched
from typing import Final

from django.db import transaction

from edge.stamps import together
from posts.actions import Origin, import_posts
from posts.arrivals import Arrival, Outcome, Taken
from posts.models import Author
from publication.models import Publication
from safeguards.effort import MarkupError
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .entry_content import SkippedError, content_of_entry, place_of
from .feed.entry import Entry, Feed
from .publications import publication_for
from .report import Report

# What comes into being beside the posts, by the word that a report uses.
BESIDE: Final[dict[str, type[Tag] | type[Category] | type[Author] | type[Publisher]]] = {
    "tag": Tag,
    "category": Category,
    "author": Author,
    "publisher": Publisher,
}

BATCH: Final = 100

type Progress = Callable[[int, int], None]


@transaction.atomic
def import_feed(
    feed: Feed,
    language: str,
    *,
    section: str = "",
    dry_run: bool = False,
    progress: Progress = lambda done, of: None,
) -> Report:
    """Take in the entries of a feed; twice makes nothing twice.

    All or nothing: what raises leaves the database as it was, and so does `dry_run`. An entry that
    cannot become a post is skipped with its reason. `progress` is told (done, of) on the way.
    """
    report = Report(notes=list(feed.notes))
    publication, made = publication_for(feed, language)
    report.created["publication"] += made
    with together(), _counting_what_comes_along(report.created):
        done = 0
        # Oldest first: of two posts at the same time, the newer one is then the later row.
        for entries in batched(reversed(feed.entries), BATCH):
            _import_entries(entries, publication, section, report)
            done += len(entries)
            progress(done, len(feed.entries))
    if dry_run:
        transaction.set_rollback(True)
    return report


def _import_entries(
    entries: Sequence[Entry], publication: Publication, section: str, report: Report
) -> None:
    read = [(entry, _read(entry, publication, section)) for entry in entries]
    arrivals = [found for _entry, found in read if isinstance(found, Arrival)]
    taken = iter(import_posts(arrivals, by=None))
    for entry, found in read:
        name = _name(entry)
        if not isinstance(found, Arrival):
            report.skip(name, found)
            continue
        became = next(taken)
        _count(became, name, report)
        if became.outcome is not Outcome.REFUSED:
            report.notes.extend(f"{name}: {note}" for note in entry.notes)


def _name(entry: Entry) -> str:
    return entry.title or entry.link or entry.guid or "an entry without title and address"


def _read(entry: Entry, publication: Publication, section: str) -> Arrival | str:
    """What becomes a post of an entry, or why it cannot."""
    if not entry.guid:
        return "it has neither a guid nor an address"
    try:
        content = content_of_entry(entry, place_of(entry, publication.code, section), publication)
    except (SkippedError, MarkupError) as error:
        return str(error)
    origin = Origin(
        guid=entry.guid,
        guid_is_permalink=entry.guid_is_permalink,
        published_at=entry.published,
        updated_at=_significant_update(entry),
    )
    return origin.arrival(publication.code, content)


def _significant_update(entry: Entry) -> datetime | None:
    """When the entry says that it changed after publication; None where it does not."""
    if entry.published and entry.updated and entry.updated > entry.published:
        return entry.updated
    return None


def _count(taken: Taken, name: str, report: Report) -> None:
    match taken.outcome:
        case Outcome.CREATED:
            report.created["post"] += 1
            report.created["citation"] += len(taken.arrival.content.citations)
        case Outcome.UPDATED:
            report.updated += 1
        case Outcome.UNCHANGED:
            report.unchanged += 1
        case Outcome.EDITED_HERE:
            report.skip(name, "it was edited here since it was imported")
        case Outcome.REFUSED:
            report.skip(name, taken.why)


@contextmanager
def _counting_what_comes_along(created: Counter[str]) -> Iterator[None]:
    before = {kind: model.objects.count() for kind, model in BESIDE.items()}
    yield
    for kind, model in BESIDE.items():
        created[kind] += model.objects.count() - before[kind]
