"""Reads a Ghost export: first the tables beside its posts, then post by post."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from publication.languages import locale_for
from safeguards.text import plain_text
from taxonomy.slugs import NoAddressError, slug_from_title, slugify_term
from transfer.downloads import Downloads, fetched_files
from transfer.languages import code_of_language
from transfer.lead_picture import lead_picture
from transfer.moving import (
    Moved,
    Note,
    PageArrival,
    PublicationArrival,
    RedirectArrival,
    Skipped,
    TermArrival,
)
from transfer.own_links import own_addresses, without_host

from .document import Row, key, rows, text
from .index import index_of
from .item import SITE, arrival_of, html_of, is_open, is_page, name_of
from .refusal import GhostError

CONTENT: Final = "/content/"
_KNOWN: Final = frozenset({"published", "scheduled", "draft", "sent"})


class GhostReader:
    """The export of a Ghost site. Raises GhostError at once for a file that is none.

    `site` is the address at which it is served: an export does not say.
    """

    def __init__(
        self,
        file: Path,
        *,
        site: str = "",
        language: str = "",
        section: str = "news",
        downloads: Downloads | None = None,
    ) -> None:
        self.file = file
        self.index = index_of(file)
        self.site = site.rstrip("/")
        said = self.index.settings.get("locale") or self.index.settings.get("lang") or "en"
        self.language = language or _code(said)
        self.section = section
        host = urlsplit(self.site).netloc.removeprefix("www.")
        self._hosts = frozenset({host, f"www.{host}"} - {"", "www."})
        self._downloads = downloads if self.site else None
        self._files: dict[str, None] = {}

    def publications(self) -> Sequence[PublicationArrival]:
        said = self.index.settings
        name = plain_text(said.get("title", "")) or self.language
        return [
            PublicationArrival(
                code=self.language,
                locale=locale_for(self.language),
                name=name,
                description=plain_text(said.get("description", "")),
                byline=name,
                time_zone=said.get("timezone") or "UTC",
            )
        ]

    def total(self) -> int | None:
        return None

    def __iter__(self) -> Iterator[Moved]:
        for row in rows(self.file, "posts"):
            yield from self._row(row)
        yield from self._titles()
        yield from self._lists()
        yield from self._all_files()

    def _row(self, row: Row) -> Iterator[Moved]:
        status = text(row, "status")
        if status not in _KNOWN:
            yield Skipped("post", name_of(row), f"it is “{status}” there")
        elif status == "sent":
            why = "it was sent by e-mail alone, and never stood on the site"
            yield Skipped("post", name_of(row), why)
        elif is_page(row):
            yield from self._page(row)
        else:
            yield from self._post(row)

    def _post(self, row: Row) -> Iterator[Moved]:
        html = self._html(row)
        alt, caption = self.index.meta.get(key(row, "id"), ("", ""))
        picture = ""
        if address := self._absolute(text(row, "feature_image") or text(row, "image")):
            self._files[address] = None
            lead, notes = lead_picture(
                self._downloads, address, alt, language=self.language, of=name_of(row)
            )
            yield from notes
            if lead is not None:
                picture = lead.master.name
                yield lead
        arrival = arrival_of(
            row, html, self.index, self.language, self.section, picture=picture, caption=caption
        )
        if text(row, "status") == "published" and not is_open(row):
            yield Note(f"{arrival.name}: it was for members; here it is a draft.")
        yield arrival

    def _page(self, row: Row) -> Iterator[Moved]:
        slug = text(row, "slug")
        if text(row, "status") != "published" or not is_open(row):
            why = "it is not public, and a page here always is"
            yield Skipped("page", name_of(row), why)
            return
        yield PageArrival(
            name=name_of(row),
            language=self.language,
            path=slug,
            title=plain_text(text(row, "title")) or slug,
            summary=text(row, "custom_excerpt"),
            body=self._html(row),
        )
        yield RedirectArrival(f"/{slug}/", f"/{self.language}/{slug}/")

    def _html(self, row: Row) -> str:
        whole = html_of(row, self.site)
        bare = without_host(whole, self._hosts)
        for address in own_addresses(bare, ("",)):
            if urlsplit(address).path.startswith(CONTENT):
                self._files[urljoin(f"{self.site}/", address)] = None
        return bare

    def _absolute(self, address: str) -> str:
        """The address of a file of the site; pictures of other sites stay there."""
        if not address:
            return ""
        return urljoin(f"{self.site}/", address.replace(SITE, self.site))

    def _titles(self) -> Iterator[Moved]:
        for tag in self.index.tags.values():
            if tag.is_internal:
                yield Skipped("tag", tag.name, "readers never see it", lost=False)
            elif slug := _slug(tag.name):
                yield TermArrival(language=self.language, kind="tag", slug=slug, title=tag.name)
            else:
                yield Skipped("tag", tag.name, "nothing of it can stand in an address")

    def _lists(self) -> Iterator[Moved]:
        yield RedirectArrival("/rss/", f"/{self.language}/index.xml")
        for tag in self.index.tags.values():
            if not tag.is_internal and (slug := _slug(tag.name)):
                new = f"/{self.language}/tags/{slug}/"
                yield RedirectArrival(f"/tag/{tag.slug}/", new)
                yield RedirectArrival(f"/tag/{tag.slug}/rss/", f"{new}index.xml")
        for name, login in self.index.users.values():
            try:
                new = f"/{self.language}/authors/{slug_from_title(name)}/"
            except NoAddressError:
                continue
            yield RedirectArrival(f"/author/{login}/", new)
            yield RedirectArrival(f"/author/{login}/rss/", f"{new}index.xml")

    def _all_files(self) -> Iterator[Moved]:
        own = [url for url in self._files if urlsplit(url).netloc in ("", *self._hosts)]
        otherwise = "they were not to be fetched" if self.site else "give --site to fetch them"
        yield from fetched_files(self._downloads, own, otherwise=otherwise)


def _slug(name: str) -> str:
    try:
        return slugify_term(name)
    except NoAddressError:
        return ""


def _code(language: str) -> str:
    if code := code_of_language(language):
        return code
    message = f"“{language}” is not a language: give --language with a code such as “en” or “zh”."
    raise GhostError(message)
