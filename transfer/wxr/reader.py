"""Reads a WXR file twice: first what is to be known of all of it, then item by item."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from publication.languages import locale_for
from safeguards.policy import names
from safeguards.text import plain_text
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
)
from transfer.own_links import own_addresses

from .document import Element, elements, text
from .index import index_of, meta
from .item import KEPT, SHOWN, Place, arrival_of, html_of, name_of, old_paths
from .lists import list_moves, titles
from .refusal import WxrError

UPLOADS: Final = "/wp-content/uploads/"
# Of WordPress itself, and of nobody's interest elsewhere.
_INNER: Final = names("""
    attachment custom_css customize_changeset nav_menu_item oembed_cache revision user_request
    wp_block wp_font_face wp_font_family wp_global_styles wp_navigation wp_template
    wp_template_part
""")
_NEVER_WRITTEN: Final = frozenset({"trash", "auto-draft", "inherit"})


class WxrReader:
    """The export of a WordPress site. Raises WxrError at once for a file that is none."""

    def __init__(
        self,
        file: Path,
        *,
        language: str = "",
        section: str = "news",
        types: Sequence[str] = ("post",),
        downloads: Downloads | None = None,
    ) -> None:
        self.file = file
        self.index = index_of(file)
        self.types = frozenset(types)
        self.place = Place(language or _code(self.index.language), section)
        self._downloads = downloads
        self._urls = {number: one.url for number, one in self.index.attachments.items()}
        self._mentioned: dict[str, None] = {}
        self._unknown: Counter[str] = Counter()
        self._comments = 0
        self._guids: set[str] = set()

    def publications(self) -> Sequence[PublicationArrival]:
        index, code = self.index, self.place.language
        name = plain_text(index.title) or urlsplit(index.base).netloc or code
        return [
            PublicationArrival(
                code=code,
                locale=locale_for(code),
                name=name,
                description=plain_text(index.description),
                byline=name,
            )
        ]

    def total(self) -> int | None:
        return self.index.total

    def __iter__(self) -> Iterator[Moved]:
        for name, element in elements(self.file):
            if name == "item":
                yield from self._item(element)
        # Of terms that posts have by now.
        yield from titles(self.index, self.place.language)
        yield from list_moves(self.index, self.place.language)
        yield from self._files()
        if self._comments:
            yield Skipped("comment", f"{self._comments:,} comments", "no place here", lost=False)
        for code, times in self._unknown.most_common():
            yield Note(f"[{code}] stands {times:,} times in texts: what it made is not known here.")

    def _item(self, item: Element) -> Iterator[Moved]:
        kind, status, name = text(item, "post_type"), text(item, "status"), name_of(item)
        self._comments += sum(1 for _comment in item.iterfind("{*}comment"))
        if kind == "attachment" or kind in _INNER:
            return
        if status in _NEVER_WRITTEN or status not in SHOWN | KEPT:
            yield Skipped(kind, name, f"it is “{status}” there", lost=status not in _NEVER_WRITTEN)
        elif kind in self.types:
            yield from self._post(item)
        elif kind == "page":
            yield from self._page(item)
        else:
            why = f"it is a “{kind}”: give --types post {kind} to take these in as posts"
            yield Skipped(kind, name, why)

    def _post(self, item: Element) -> Iterator[Moved]:
        html = self._html(item)
        picture = ""
        if lead := self.index.attachments.get(meta(item).get("_thumbnail_id", "")):
            picture_arrival, notes = lead_picture(
                self._downloads,
                lead.url,
                lead.alt,
                language=self.place.language,
                of=name_of(item),
            )
            yield from notes
            if picture_arrival is not None:
                picture = picture_arrival.master.name
                yield picture_arrival
        arrival = arrival_of(item, html, self.index, self.place, picture=picture)
        if arrival.guid and arrival.guid in self._guids:
            # Copied by hand, or by a plugin. What WordPress would have given it is its own.
            arrival = replace(arrival, guid=f"{self.index.base}/?p={text(item, 'post_id')}")
        self._guids.add(arrival.guid)
        if text(item, "post_password") and text(item, "status") in SHOWN:
            yield Note(f"{arrival.name}: it had a password; here it is a draft.")
        elif text(item, "status") == "private":
            yield Note(f"{arrival.name}: it was private; here it is a draft.")
        elif arrival.guid and not arrival.old_paths:
            yield Note(f"{arrival.name}: its old address has a number alone, and leads nowhere.")
        yield arrival

    def _page(self, item: Element) -> Iterator[Moved]:
        name, status = name_of(item), text(item, "status")
        if status != "publish" or text(item, "post_password"):
            yield Skipped("page", name, "it is not public, and a page here always is")
            return
        path = self._page_path(text(item, "post_id"))
        html = self._html(item)
        yield PageArrival(
            name=name,
            language=self.place.language,
            path=path,
            title=plain_text(text(item, "title")) or path,
            body=html,
        )
        for old in old_paths(item, self.index):
            yield RedirectArrival(old, f"/{self.place.language}/{path}/")

    def _html(self, item: Element) -> str:
        made = html_of(item, self._urls, self.index)
        self._unknown.update(made.unknown)
        for address in own_addresses(made.html, ("",)):
            if UPLOADS in address:
                self._mentioned[urlsplit(address).path] = None
        return made.html

    def _page_path(self, number: str) -> str:
        """The ends of its address and of those above it, which may name each other in a circle."""
        parts: list[str] = []
        seen: set[str] = set()
        while number in self.index.pages and number not in seen:
            seen.add(number)
            slug, number = self.index.pages[number]
            parts.insert(0, slug)
        return "/".join(filter(None, parts))

    def _files(self) -> Iterator[Moved]:
        host = f"{urlsplit(self.index.base).scheme}://{urlsplit(self.index.base).netloc}"
        mentioned = (f"{host}{path}" for path in self._mentioned)
        urls = list(dict.fromkeys([*self._urls.values(), *mentioned]))
        yield from fetched_files(self._downloads, urls, otherwise="they were not to be fetched")


def _code(language: str) -> str:
    if code := code_of_language(language):
        return code
    message = f"“{language}” is not a language: give --language with a code such as “en” or “zh”."
    raise WxrError(message)
