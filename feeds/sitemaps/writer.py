"""Sitemaps as XML, after the schemas of sitemaps.org 0.9 and of Google's extension for news."""

from collections.abc import Iterable
from datetime import datetime
from io import StringIO
from typing import Final
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from publication.addresses import absolute
from safeguards.text import xml_safe

from .entry import Entry, NewsEntry

SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML: Final = "http://www.w3.org/1999/xhtml"


def urlset(entries: Iterable[Entry]) -> str:
    """Pages, each with its other languages. `x-default` is the first of them."""
    file, xml = _begin("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for entry in entries:
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", absolute(entry.path))
        _lastmod(xml, entry.changed_at)
        others = list(entry.languages.items())
        for tag, path in [*others, *(("x-default", path) for _tag, path in others[:1])]:
            values = {"rel": "alternate", "hreflang": tag, "href": absolute(path)}
            xml.addQuickElement("xhtml:link", attrs=values)
        xml.endElement("url")
    return _end(file, xml, "urlset")


def index(documents: Iterable[tuple[str, datetime | None]]) -> str:
    """An index of sitemaps: (path, when it changed)."""
    file, xml = _begin("sitemapindex", {"xmlns": SITEMAP})
    for path, changed_at in documents:
        xml.startElement("sitemap", AttributesImpl({}))
        xml.addQuickElement("loc", absolute(path))
        _lastmod(xml, changed_at)
        xml.endElement("sitemap")
    return _end(file, xml, "sitemapindex")


def news(entries: Iterable[NewsEntry]) -> str:
    """The news of the last days."""
    file, xml = _begin("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    for entry in entries:
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", absolute(entry.path))
        xml.startElement("news:news", AttributesImpl({}))
        xml.startElement("news:publication", AttributesImpl({}))
        xml.addQuickElement("news:name", xml_safe(entry.publication))
        xml.addQuickElement("news:language", entry.language)
        xml.endElement("news:publication")
        moment = entry.published_at.isoformat(timespec="seconds")
        xml.addQuickElement("news:publication_date", moment)
        xml.addQuickElement("news:title", xml_safe(entry.title))
        xml.endElement("news:news")
        xml.endElement("url")
    return _end(file, xml, "urlset")


def _begin(root: str, namespaces: dict[str, str]) -> tuple[StringIO, SimplerXMLGenerator]:
    file = StringIO()
    xml = SimplerXMLGenerator(file, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement(root, AttributesImpl(namespaces))
    return file, xml


def _end(file: StringIO, xml: SimplerXMLGenerator, root: str) -> str:
    xml.endElement(root)
    xml.endDocument()
    return file.getvalue()


def _lastmod(xml: SimplerXMLGenerator, changed_at: datetime | None) -> None:
    if changed_at is not None:
        xml.addQuickElement("lastmod", changed_at.isoformat(timespec="seconds"))
