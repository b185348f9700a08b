"""25 KB over the wire, 60 KB unpacked, style sheet and icon included."""

import brotli
import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from newsroom.stylesheet import joined

from .pages import NOT_SHOWN, PAGES, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("quality")]
STATIC = settings.BASE_DIR / "static"


def test_no_route_of_the_site_is_left_out():
    names = set()
    for app in ("posts", "publication"):
        _prefix, resolver = get_resolver().namespace_dict[app]
        names |= {f"{app}:{name}" for name in resolver.reverse_dict if isinstance(name, str)}
    assert names - {"publication:root"} - set(NOT_SHOWN) <= set(PAGES)


def test_each_fits(newsroom):
    sheet = joined((STATIC / "site.css").read_text(), lambda name: (STATIC / name).read_text())
    shared = [sheet.encode(), (STATIC / "icon.svg").read_bytes()]
    for language in ("en", "zh"):
        for address, status in addresses(language).items():
            page = Client().get(address, headers={"Accept-Encoding": "br"})
            assert page.status_code == status, address
            plain = brotli.decompress(page.content)
            assert b"<script src" not in plain
            assert not page.cookies
            sent = len(page.content) + sum(len(brotli.compress(part)) for part in shared)
            assert sent <= 25 * 1024, address
            assert len(plain) + sum(map(len, shared)) <= 60 * 1024, address
