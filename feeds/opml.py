"""OPML 2.0 (https://opml.org/spec2.opml): all feeds of a language in one file for feed readers."""

from collections.abc import Iterable
from datetime import datetime
from io import StringIO
from typing import Final, Protocol
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import rfc2822_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from publication.addresses import absolute
from publication.models import Publication
from safeguards.text import xml_safe

from .directory import categories, main_tags
from .formats import FORMATS
from .scope import corrections

CONTENT_TYPE: Final = "text/x-opml; charset=utf-8"
MOST_TAGS: Final = 200


class Listed(Protocol):
    """A tag or a category."""

    title: str
    description: str

    def get_absolute_url(self) -> str: ...


def write(publication: Publication, changed_at: datetime | None) -> str:
    """The document: the site's feed, that of its corrections, one a category, one a tag in use."""
    file = StringIO()
    xml = SimplerXMLGenerator(file, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("opml", AttributesImpl({"version": "2.0"}))
    xml.startElement("head", AttributesImpl({}))
    xml.addQuickElement("title", xml_safe(publication.name))
    if changed_at:
        xml.addQuickElement("dateModified", rfc2822_date(changed_at))
    xml.addQuickElement("ownerName", xml_safe(publication.byline))
    xml.addQuickElement("docs", "https://opml.org/spec2.opml")
    xml.endElement("head")
    xml.startElement("body", AttributesImpl({}))
    site = publication.get_absolute_url()
    _feed(xml, publication, publication.name, publication.description, site)
    put_right = corrections(publication)
    _feed(xml, publication, put_right.title, "", put_right.path)
    _folder(xml, publication, _("Categories"), categories(publication.code))
    _folder(xml, publication, _("Tags"), main_tags(publication.code, MOST_TAGS))
    xml.endElement("body")
    xml.endElement("opml")
    xml.endDocument()
    return file.getvalue()


def _folder(
    xml: SimplerXMLGenerator, publication: Publication, name: str, listed: Iterable[Listed]
) -> None:
    rows = list(listed)
    if not rows:
        return
    xml.startElement("outline", AttributesImpl({"text": name, "title": name}))
    for row in rows:
        _feed(xml, publication, row.title, row.description, row.get_absolute_url())
    xml.endElement("outline")


def _feed(
    xml: SimplerXMLGenerator, publication: Publication, name: str, description: str, path: str
) -> None:
    form = FORMATS[0]
    values = {
        "type": "rss",
        "text": name,
        "title": name,
        "description": description,
        "htmlUrl": absolute(path),
        "xmlUrl": absolute(f"{path}{form.file}"),
        "language": publication.code,
        "version": "RSS2",
    }
    safe = {key: xml_safe(value) for key, value in values.items() if value}
    xml.addQuickElement("outline", attrs=safe)
