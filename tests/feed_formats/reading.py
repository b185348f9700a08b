"""Reads feeds as strict parsers do."""

from typing import Any
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def xml(client, address: str, **headers: str) -> ElementTree.Element:
    """The root of an XML feed."""
    response = client.get(address, headers=headers)
    assert response.status_code in {200, 226}, address
    return ElementTree.fromstring(response.content)  # noqa: S314 — our own


def links(element: ElementTree.Element, **wanted: str) -> list[dict[str, str]]:
    """The attributes of an element's Atom links that have what is wanted."""
    found = [dict(link.attrib) for link in element.findall(f"{ATOM}link")]
    return [link for link in found if wanted.items() <= link.items()]


def hrefs(element: ElementTree.Element, relation: str) -> list[str]:
    """Where an element's links of a relation lead."""
    return [link["href"] for link in links(element, rel=relation)]


def entries(client, address: str, **headers: str) -> list[ElementTree.Element]:
    """The entries of an Atom feed."""
    return xml(client, address, **headers).findall(f"{ATOM}entry")


def json_feed(client, address: str, **headers: str) -> dict[str, Any]:
    """A JSON feed."""
    response = client.get(address, headers=headers)
    assert response.status_code in {200, 226}, address
    return response.json()
