"""Asks the site for a page as a reader's browser does, and reads the answer."""

from django.test import Client
from lxml import html


def get(address: str, status: int = 200) -> html.HtmlElement:
    """The document at an address of the site."""
    response = Client().get(address)
    assert response.status_code == status, (address, response.status_code)
    return html.document_fromstring(response.content.decode())


def text(element: html.HtmlElement, selector: str) -> list[str]:
    """The text of each element that an XPath finds, on one line."""
    return [" ".join(found.text_content().split()) for found in element.xpath(selector)]


def alternates(document: html.HtmlElement) -> dict[str, str]:
    """The page in each language: {hreflang: path}."""
    links = document.xpath("//head/link[@hreflang]")
    return {link.get("hreflang"): path_of(link.get("href")) for link in links}


def path_of(address: str) -> str:
    """An absolute address of the site without scheme and host."""
    return "/" + address.split("/", 3)[3]
