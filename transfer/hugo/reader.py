"""A Hugo site as a stream of what becomes something here."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from django.core.exceptions import ValidationError

from posts.arrivals import Arrival
from publication.languages import locale_for
from publication.zones import validate_zone
from transfer.feed.zone import zone_from_offset
from transfer.moving import (
    Moved,
    Note,
    PageArrival,
    PublicationArrival,
    RedirectArrival,
    Skipped,
    TermArrival,
)
from transfer.publications import UnknownLanguageError

from .build import Built, built
from .export import Export
from .files import files_of
from .guids import Guid, read_guids
from .lines import HugoPage, Site
from .lists import list_moves
from .places import alias_path, code_of
from .plan import Plan, Spot, plan_of
from .post import CATEGORIES, PEOPLE, TAGS, arrival_of, key_of, moved_body, without_an_address
from .sandbox import MOST_MEMORY

_OTHER_FILES: Final = re.compile(r"(?:href|src)\s*=\s*[\"']?([^\"'<>\s]+\.[a-z0-9]{2,5})\b", re.I)


class HugoReader:
    """What a site that Hugo has built holds. See `transfer.moving.Reader`."""

    def __init__(
        self, site: Built, *, posts: Sequence[str] = (), section: str = "", now: datetime
    ) -> None:
        """`posts` are the top sections whose pages are posts, `section` is for those in none."""
        self.built = site
        self.now = now
        self.export = Export(site.export)
        self.plan: Plan = plan_of(self.export, posts, section, now)
        self._mentioned: set[str] = set()
        self._later: list[Moved] = []

    def publications(self) -> Sequence[PublicationArrival]:
        """The languages that have a post or a page. Raises UnknownLanguageError."""
        used = {spot.language for spot in (*self.plan.posts, *self.plan.pages)}
        return [self._publication(site) for key, site in self.export.sites.items() if key in used]

    def total(self) -> int:
        files = sum(1 for path in self.built.folder.rglob("*") if path.is_file())
        return len(self.plan.posts) + len(self.plan.pages) + len(self.plan.lists) + files

    def __iter__(self) -> Iterator[Moved]:
        self._mentioned.clear()
        self._later.clear()
        yield from self._notes()
        yield from self._posts()
        yield from self._pages()
        yield from self._lists()
        yield from files_of(
            self.built,
            self._base,
            outputs=self.plan.outputs,
            resources=self.plan.resources,
            mentioned=self._mentioned,
            hosts=list(self.export.sites) if self.export.has_many_hosts else (),
        )
        yield from self._later
        yield from self.plan.skipped

    @property
    def _base(self) -> str:
        return self.export.base_path(next(iter(self.export.sites), ""))

    def _notes(self) -> Iterator[Moved]:
        yield from map(Note, self.built.notes)
        for error in self.built.errors:
            yield Skipped("part of a text", error.partition(": ")[0], f"Hugo says: {error}")
        if self.plan.pictures:
            number = self.plan.pictures
            yield Note(
                f"{number} posts name a picture: its file is kept, but no post leads with it."
            )
        others = sorted(
            {
                plural
                for site in self.export.sites.values()
                for plural in site.taxonomies
                if plural not in (TAGS, CATEGORIES, *PEOPLE)
            }
        )
        for plural in others:
            yield Note(f"The taxonomy “{plural}” is none here: its terms become tags.")
        if self.export.has_many_hosts:
            yield Note("Each language had a host of its own: old paths lead to the first one's.")

    def _posts(self) -> Iterator[Arrival]:
        guids = self._guids()
        for spot in self.plan.posts:
            page = self.export.page_at(spot.place)
            self._note_mentions(page)
            self._later.extend(
                Skipped(kind, f"{name} ({page.name})", "it has no letter or digit for an address")
                for kind, name in without_an_address(page)
            )
            if spot.post is not None:
                yield arrival_of(
                    page,
                    spot.post,
                    key=f"hugo:{key_of(page, self.built.site)}{spot.same_file}",
                    guids=guids,
                    moves=self.plan.moves,
                    old_paths=() if page.draft else self._old_paths(page, spot),
                    now=self.now,
                )

    def _pages(self) -> Iterator[PageArrival]:
        for spot in self.plan.pages:
            page = self.export.page_at(spot.place)
            self._note_mentions(page)
            self._later.extend(
                RedirectArrival(old, spot.new) for old in self._old_paths(page, spot)
            )
            yield PageArrival(
                name=page.name,
                language=code_of(page.language),
                path=spot.new.partition("/")[2].partition("/")[2].strip("/"),
                title=page.title or spot.new,
                summary=page.description,
                body=moved_body(page, self.plan.moves, spot.new),
            )

    def _lists(self) -> Iterator[TermArrival | Skipped | Note]:
        for spot in self.plan.lists:
            page = self.export.page_at(spot.place)
            for moved in list_moves(
                page,
                posts_sections=self.plan.posts_sections.get(page.language, ()),
                sections=self.plan.sections,
                public_terms=self.plan.public_terms,
            ):
                if isinstance(moved, RedirectArrival):
                    self._later.append(moved)
                else:
                    yield moved

    def _old_paths(self, page: HugoPage, spot: Spot) -> tuple[str, ...]:
        base = self.export.base_path(page.language)
        ugly = self.built.configuration.is_ugly(page.section)
        old = [] if spot.address == spot.new else [spot.address]
        old += [alias_path(alias, page, base, ugly=ugly) for alias in page.aliases]
        return tuple(path for path in dict.fromkeys(old) if path not in ("/", spot.new))

    def _guids(self) -> dict[str, Guid]:
        """Those that the site's feeds say: of the whole site first, of terms last."""
        files = [file for path in self._feeds() if (file := self._file_of(path)) is not None]
        return read_guids(files, {spot.permalink for spot in self.plan.posts})

    def _feeds(self) -> list[str]:
        return sorted(dict.fromkeys(self.plan.feeds), key=lambda path: (path.count("/"), path))

    def _file_of(self, path: str) -> Path | None:
        within = unquote(path).removeprefix(self._base).lstrip("/")
        folders = [self.built.folder]
        if self.export.has_many_hosts:
            folders += [self.built.folder / language for language in self.export.sites]
        found = (folder / within for folder in folders)
        return next((file for file in found if file.is_file()), None)

    def _note_mentions(self, page: HugoPage) -> None:
        for address in _OTHER_FILES.findall(page.content):
            try:
                self._mentioned.add(unquote(urlsplit(urljoin(page.permalink, address)).path))
            except ValueError:
                continue

    def _publication(self, site: Site) -> PublicationArrival:
        host = urlsplit(site.base).hostname or ""
        return PublicationArrival(
            code=code_of(site.language),
            locale=_locale(site),
            name=site.title or host or site.language,
            description=site.description,
            byline=site.author or host or site.title or site.language,
            time_zone=self._zone(site.language),
        )

    def _zone(self, language: str) -> str:
        """What the site says, or else that of the newest post."""
        zone = self.built.configuration.time_zone
        try:
            validate_zone(zone)
        except ValidationError:
            dates = [spot.date for spot in self.plan.posts if spot.language == language]
            offset = dates[-1].utcoffset() if dates else None
            return zone_from_offset(offset) if offset is not None else "UTC"
        return zone


def _locale(site: Site) -> str:
    tag = site.tag.lower().replace("_", "-")
    for code in (code_of(site.language), tag, tag.partition("-")[0]):
        try:
            return locale_for(code)
        except ValidationError:
            continue
    message = f"“{site.language}” is not a language that this site can be in."
    raise UnknownLanguageError(message)


@contextmanager
def hugo_reader(
    hugo: Path,
    directory: Path,
    *,
    now: datetime,
    posts: Sequence[str] = (),
    section: str = "",
    environment: str = "",
    base_url: str = "",
    seconds: float = 1800,
    memory: int = MOST_MEMORY,
) -> Iterator[HugoReader]:
    """Build a site and read it. Raises HugoError, of one line."""
    with built(
        hugo,
        directory,
        environment=environment,
        base_url=base_url,
        seconds=seconds,
        memory=memory,
    ) as site:
        yield HugoReader(site, posts=posts, section=section, now=now)
