"""Reads what pages tell machines."""

import json
from typing import Any

from lxml import html

from tests.reader.pages import get


def things(address: str) -> dict[str, dict[str, Any]]:
    """The JSON-LD of the page at an address, by its type."""
    scripts = get(address).xpath("//script[@type='application/ld+json']/text()")
    found = [json.loads(text) for text in scripts]
    assert all(thing["@context"] == "https://schema.org" for thing in found)
    return {thing["@type"]: thing for thing in found}


def meta(document: html.HtmlElement, name: str) -> list[str]:
    """What the `meta` elements of a name or property say."""
    return document.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
