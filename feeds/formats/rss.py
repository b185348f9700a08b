from datetime import datetime
from typing import Any, cast

from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.xmlutils import SimplerXMLGenerator

from .format import GENERATOR
from .links import alternates, links_of_feed, sources
from .picture import EntryPicture
from .writer import Writer
from .xml_format import XmlFormat


class Rss(XmlFormat, Rss201rev2Feed):
    """RSS 2.0 with the elements and the order of the Hugo site's feeds.

    Against those: always well-formed, our own generator, and `dc:creator` for names, since
    `author` must hold a mail address (https://www.rssboard.org/rss-profile#element-channel-item-author).
    What we say besides stands after their elements, in namespaces of its own.
    """

    name = "RSS"
    file = "index.xml"
    archive_suffix = "xml"
    media_type = "application/rss+xml"
    revision = "2"

    def rss_attributes(self) -> dict[str, str]:
        return {
            "version": "2.0",
            "xmlns:atom": "http://www.w3.org/2005/Atom",
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:fh": "http://purl.org/syndication/history/1.0",
        }

    def write_root(self, handler: Writer) -> None:
        handler.open("rss", self.rss_attributes())
        handler.open("channel")
        self.add_root_elements(handler)
        self.write_items(handler)
        self.endChannelElement(handler)
        handler.endElement("rss")

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("link", self.feed["link"])
        handler.addQuickElement("description", self.feed["description"])
        handler.addQuickElement("generator", GENERATOR)
        if self.feed["code"]:
            handler.addQuickElement("language", self.feed["code"])
        if self.feed["author_name"]:
            handler.addQuickElement("dc:creator", self.feed["author_name"])
        if changed := self.last_change():
            handler.addQuickElement("lastBuildDate", rfc2822_date(changed))
        handler.addQuickElement(
            "atom:link",
            None,
            {"href": self.feed["feed_url"], "rel": "self", "type": self.media_type},
        )
        for link in links_of_feed(self.document, self.media_type):
            handler.addQuickElement("atom:link", None, link)
        if self.document.current:
            handler.addQuickElement("fh:archive")
        if self.is_mixed:
            # The language of the title and the description; each item says its own.
            handler.addQuickElement("dc:language", self.document.scope.publication.code)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", item["link"])
        handler.addQuickElement("pubDate", rfc2822_date(item["pubdate"]))
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        # A guid is a permalink unless it says that it is not.
        permalink = {} if item["unique_id_is_permalink"] else {"isPermaLink": "false"}
        handler.addQuickElement("guid", item["unique_id"], permalink)
        handler.addQuickElement("description", item["description"])
        handler.addQuickElement("content:encoded", item["content"])
        for domain, label, _address in item["terms"]:
            handler.addQuickElement("category", label, {"domain": domain})
        self.add_item_extensions(handler, item)

    def add_item_extensions(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """What Hugo's feeds did not say, in Atom's words where RSS has none.

        Its own `source` is another thing.
        """
        if item["picture"]:
            _write_picture(cast(Writer, handler), item["picture"])
        for link in [*(alternates(item) if item["translations"] else ()), *sources(item)]:
            handler.addQuickElement("atom:link", None, link)
        if changed := item["updateddate"]:
            handler.addQuickElement("atom:updated", changed.isoformat(timespec="seconds"))
        if self.is_mixed:
            handler.addQuickElement("dc:language", item["code"])

    @property
    def is_mixed(self) -> bool:
        """Whether its items are in several languages."""
        return not self.feed["code"]

    def last_change(self) -> datetime | None:
        """When what the feed holds changed last, in its entries' zone; None for an empty feed."""
        return max((item["updateddate"] or item["pubdate"] for item in self.items), default=None)


def _write_picture(handler: Writer, picture: EntryPicture) -> None:
    """As an enclosure, and with what readers show of one: Media RSS."""
    file = {"url": picture.address, "type": picture.media_type}
    handler.addQuickElement("enclosure", None, {**file, "length": str(picture.length)})
    size = {"width": str(picture.width), "height": str(picture.height)}
    # Declared where it is used: feeds without pictures stay as they were.
    about = {"xmlns:media": "http://search.yahoo.com/mrss/", **file, "medium": "image", **size}
    handler.open("media:content", {**about, "fileSize": str(picture.length)})
    if picture.caption:
        handler.addQuickElement("media:description", picture.caption, {"type": "plain"})
    if picture.credit:
        handler.addQuickElement("media:credit", picture.credit)
    handler.endElement("media:content")
