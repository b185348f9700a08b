"""Searches as a reader's browser does."""

from urllib.parse import urlencode

from django.test import Client
from lxml import html


def ask(typed: str, here: str = "en", **filters: str) -> html.HtmlElement:
    """The page that answers a search."""
    address = f"/{here}/search/?{urlencode({'q': typed, **filters})}"
    response = Client().get(address)
    assert response.status_code == 200, address
    return html.document_fromstring(response.content.decode())


def found(typed: str, here: str = "en", **filters: str) -> list[str]:
    """The headlines that it shows, in their order."""
    page = ask(typed, here, **filters)
    return [
        " ".join(h.text_content().split()) for h in page.xpath("//*[@class='search-results']//h2")
    ]
