"""A language is one Publication row and one translation file: nothing else knows of it."""

import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests.factories import make_imported, make_publication
from tests.reader.pages import alternates, get, text

pytestmark = pytest.mark.django_db

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n > 1;\\n"

msgid "Categories"
msgstr "Rubriques du journal"
"""


@pytest.fixture
def french(settings, tmp_path: Path) -> None:
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE)
    command = ["msgfmt", "-o", folder / "django.mo", folder / "django.po"]
    subprocess.run(command, check=True)
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    make_publication("fr", name="Le Quotidien", position=2)
    for language in ("en", "zh", "fr"):
        make_imported(language, slug="twin", tags=["Trade"])


PAGES = ["", "posts/", "posts/world/twin/", "categories/", "tags/", "tags/trade/", "subscribe/"]


@pytest.mark.usefixtures("french")
def test_every_page_answers_and_is_offered():
    for page in PAGES:
        document = get(f"/fr/{page}")
        assert document.get("lang") == "fr"
        switch = text(document, "//nav[contains(@class,'languages')]//li")
        assert switch == ["English", "简体中文", "Français"]
    assert text(get("/fr/categories/"), "//h1") == ["Rubriques du journal"]
    everywhere = alternates(get("/en/posts/world/twin/"))
    assert everywhere["fr"] == "/fr/posts/world/twin/"
    assert everywhere == alternates(get("/fr/posts/world/twin/"))


@pytest.mark.usefixtures("french")
def test_feeds_sitemaps_and_the_root_know_it():
    for file in ("index.xml", "atom.xml", "feed.json", "sitemap.xml", "manifest.webmanifest"):
        assert Client().get(f"/fr/{file}").status_code == 200, file
    assert b"<language>fr</language>" in Client().get("/fr/index.xml").content
    assert b"/fr/sitemap.xml" in Client().get("/sitemap.xml").content
    response = Client().get("/", headers={"Accept-Language": "fr-CA,en;q=0.5"})
    assert response["Location"] == "/fr/"


def test_one_that_is_written_from_right_to_left():
    make_imported("en", slug="twin")
    make_publication("ar", name="الصحيفة", position=2)
    make_imported("ar", slug="twin")
    document = get("/ar/posts/world/twin/")
    assert (document.get("lang"), document.get("dir")) == ("ar", "rtl")
    assert get("/en/posts/world/twin/").get("dir") is None
    assert Client().get("/ar/manifest.webmanifest").json()["dir"] == "rtl"
