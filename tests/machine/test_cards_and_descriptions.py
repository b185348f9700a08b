"""Every page that may be found says what it is, each in its own words."""

from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from publication import look
from publication.models import Page
from tests.factories import make_imported, make_publication
from tests.reader.pages import get, text

from .reading import meta

pytestmark = pytest.mark.django_db

PAGES = [
    "/en/",
    "/en/page/2/",
    "/en/posts/",
    "/en/posts/page/2/",
    "/en/categories/",
    "/en/categories/world/",
    "/en/tags/",
    "/en/tags/trade/",
    "/en/tags/trade/page/2/",
    "/en/authors/ada/",
    "/en/sources/example-wire/",
    "/en/posts/world/twin/",
    "/en/subscribe/",
    "/en/about/",
]


@pytest.fixture(autouse=True)
def a_site() -> None:
    make_imported("zh", slug="twin")
    make_imported("en", slug="twin", authors=["Ada"], title='Twins & "quotes" <b>')
    for number in range(24):
        make_imported("en", slug=f"post-{number}")
    Page.objects.create(publication=make_publication(), path="about", title="About")


def test_titles_and_descriptions_tell_pages_apart():
    documents = [get(address) for address in PAGES]
    titles = [text(document, "//title")[0] for document in documents]
    descriptions = [meta(document, "description") for document in documents]
    assert all(len(found) == 1 and found[0] for found in descriptions)
    assert len(set(titles)) == len({found[0] for found in descriptions}) == len(PAGES)


@pytest.mark.parametrize("address", PAGES)
def test_a_card_has_what_networks_ask_for(address):
    document = get(address)
    [canonical] = document.xpath("//link[@rel='canonical']/@href")
    assert meta(document, "og:url") == [canonical]
    assert meta(document, "og:type") == ["article" if "twin" in address else "website"]
    assert meta(document, "og:locale") == ["en_US"]
    for name in ("title", "image", "image:width", "image:height", "image:alt", "description"):
        [said] = meta(document, f"og:{name}")
        assert said.strip()
    assert meta(document, "twitter:card") == ["summary"]


def test_a_post_keeps_its_title_and_names_its_translation():
    document = get("/en/posts/world/twin/")
    assert meta(document, "og:title") == ['Twins & "quotes" <b>']
    assert meta(document, "og:locale:alternate") == ["zh_CN"]


def test_what_is_not_there_has_no_card():
    document = get("/en/nothing/", 404)
    assert meta(document, "og:title") == []


def test_icons_are_what_they_are_said_to_be(client):
    folder = Path(settings.BASE_DIR, "static")
    vector, *icons = client.get("/en/manifest.webmanifest").json()["icons"]
    assert get("/en/").xpath("//link[@rel='icon']/@href") == [vector["src"]]
    assert (folder / vector["src"].removeprefix("/static/")).read_text().startswith("<svg")
    for icon in icons:
        with Image.open(folder / icon["src"].removeprefix("/static/")) as image:
            assert "{}x{}".format(*image.size) == icon["sizes"]
    with Image.open(folder / "root" / "favicon.ico") as image:
        assert image.format == "ICO"
        assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_colours_are_those_of_the_style_sheet():
    tokens = Path(settings.BASE_DIR, "static", "css", "tokens.css").read_text()
    light, dark = tokens.split("prefers-color-scheme: dark")
    for name in ("PAPER", "INK", "INK_SOFT", "RULE", "ACCENT"):
        assert f"--{name.lower().replace('_', '-')}: {getattr(look, name)};" in light
    assert f"--paper: {look.PAPER_DARK};" in dark
    assert meta(get("/en/"), "theme-color") == [look.PAPER, look.PAPER_DARK]
