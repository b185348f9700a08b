from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from .format import GENERATOR
from .iri import identifier, made_from
from .links import alternates, enclosures, links_of_feed, sources
from .writer import Writer
from .xml_format import XmlFormat


class Atom(XmlFormat):
    """Atom 1.0 (RFC 4287), with archives (RFC 5005) and tombstones (RFC 6721).

    An entry's id is the post's guid where that is an absolute IRI, else one made from the guid. A
    category's term is the spelling of the post, as in RSS, for many readers show the term; its
    scheme is the address of the list of all tags, or of all categories.
    """

    name = "Atom"
    file = "atom.xml"
    archive_suffix = "atom"
    media_type = "application/atom+xml"
    tells_removals = True
    revision = "2"

    @property
    def identifier(self) -> str:
        """The feed's id: made from who publishes it and its path, so that the domain can change.

        The archives are parts of the feed, and have its id.
        """
        path = unquote(self.document.current or self.document.path)
        return made_from(f"{self.document.scope.identity} {path}")

    def write_root(self, handler: Writer) -> None:
        handler.open("feed", self.root_attributes())
        self.write_head(handler)
        # The schema of RFC 4287 wants everything else before the entries.
        self.write_tombstones(handler)
        for item in self.items:
            handler.open("entry", {"xml:lang": item["code"]})
            self.write_entry(handler, item)
            handler.endElement("entry")
        handler.endElement("feed")

    def root_attributes(self) -> dict[str, str]:
        return {
            "xmlns": "http://www.w3.org/2005/Atom",
            "xmlns:fh": "http://purl.org/syndication/history/1.0",
            "xml:lang": self.document.scope.publication.code,
        }

    def write_head(self, handler: Writer) -> None:
        handler.addQuickElement("title", self.feed["title"], {"type": "text"})
        if self.feed["description"]:
            handler.addQuickElement("subtitle", self.feed["description"])
        handler.addQuickElement("id", self.identifier)
        handler.addQuickElement("updated", _date(self.document.updated))
        own = {"rel": "self", "type": self.media_type, "href": self.feed["feed_url"]}
        page = {"rel": "alternate", "type": "text/html", "href": self.feed["link"]}
        _write_links(handler, [own, page, *links_of_feed(self.document, self.media_type)])
        _write_author(handler, self.feed["author_name"], self.feed["author_link"])
        handler.addQuickElement("generator", GENERATOR)
        # Validators hold a mark without a way on for a chain that is broken (RFC 5005 §4: SHOULD).
        document = self.document
        if document.current and (document.older or document.newer):
            handler.addQuickElement("fh:archive")

    def write_tombstones(self, handler: Writer) -> None:
        zone = self.document.scope.publication.zone
        for guid, when in self.document.removals():
            # Declared where it is used: validators do not know it.
            namespace = {"xmlns:at": "http://purl.org/atompub/tombstones/1.0"}
            about = {"ref": identifier(guid), "when": _date(when.astimezone(zone))}
            handler.addQuickElement("at:deleted-entry", None, namespace | about)

    def write_entry(self, handler: Writer, item: dict[str, Any]) -> None:
        handler.addQuickElement("title", item["title"], {"type": "text"})
        handler.addQuickElement("id", identifier(item["unique_id"]))
        _write_links(handler, [*alternates(item), *enclosures(item), *sources(item)])
        handler.addQuickElement("published", _date(item["pubdate"]))
        handler.addQuickElement("updated", _date(item["updateddate"] or item["pubdate"]))
        for name in item["creators"]:
            _write_author(handler, name)
        for domain, label, _address in item["terms"]:
            about = {"scheme": item["schemes"][domain], "term": label, "label": label}
            handler.addQuickElement("category", None, about)
        if item["description"]:
            handler.addQuickElement("summary", item["description"])
        language = {"type": "html", "xml:lang": item["code"]}
        handler.addQuickElement("content", item["content"], language)


def _write_links(handler: Writer, links: Iterable[dict[str, str]]) -> None:
    for link in links:
        handler.addQuickElement("link", None, link)


def _write_author(handler: Writer, name: str, address: str | None = None) -> None:
    handler.open("author")
    handler.addQuickElement("name", name)
    if address:
        handler.addQuickElement("uri", address)
    handler.endElement("author")


def _date(time: datetime) -> str:
    """RFC 3339, to the second."""
    return time.isoformat(timespec="seconds")
