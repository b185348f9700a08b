"""Crawls the demo newsroom in both languages, and follows each switch and each hreflang."""

from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client
from lxml import html

from newsroom.demo.load import load

pytestmark = pytest.mark.django_db


def test_every_page_leads_to_pages_that_lead_back():
    load()
    client, waiting = Client(), ["/en/", "/zh/"]
    alternates: dict[str, dict[str, str]] = {}
    targets: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path in alternates:
            continue
        response = client.get(path)
        assert response.status_code == 200, path
        assert not response.cookies, path
        page = html.document_fromstring(response.content.decode())
        alternates[path] = {
            link.get("hreflang"): link.get("href").removeprefix(settings.SITE_URL)
            for link in page.xpath("//head/link[@hreflang]")
        }
        targets |= set(page.xpath("//nav[contains(@class,'languages')]//a/@href"))
        for href in page.xpath("//a/@href"):
            link = href.partition("#")[0].partition("?")[0]
            if link.startswith(("/en/", "/zh/")) and link.endswith("/"):
                waiting.append(link)
    assert len(alternates) > 100
    for target in targets:
        assert target in alternates or client.get(target).status_code == 200, target
    for path, links in alternates.items():
        if "/page/" in path or links == {}:
            continue
        assert path in links.values(), unquote(path)
        assert "x-default" in links
        for other in links.values():
            assert alternates[other] == links, unquote(f"{path} → {other}")
