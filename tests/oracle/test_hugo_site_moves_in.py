"""A Hugo site's feeds, imported one by one, come out at the same addresses with the same posts."""

import re
from io import StringIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from posts.models import Post
from tests.oracle.healing import root, without_extensions

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
POST = re.compile(r"/(en|zh)/posts/[^/]+/[^/]+/")


@pytest.fixture
def feeds(hugo_public, tmp_path, settings) -> dict[str, ElementTree.Element]:
    """Every feed of the Hugo site by its decoded path, once all of them have been imported."""
    settings.SITE_URL = "https://goodinfo.net"
    found = {}
    for file in sorted(hugo_public.glob("*/**/index.xml")):
        text = file.read_text(encoding="utf-8")
        document = root(text)
        link = document.findtext("channel/link")
        path = unquote(urlsplit(link).path)
        found[path] = document
        healed = tmp_path / f"{len(found)}.xml"
        healed.write_bytes(ElementTree.tostring(document, encoding="utf-8"))
        call_command("import_feed", healed, language=path.split("/")[1], stdout=StringIO())
    return found


def items(document: ElementTree.Element) -> dict[str, list[tuple]]:
    """The posts of a feed: (tag, attributes, text) of their elements by guid. No lists."""
    return {
        item.findtext("guid"): [
            (CREATOR if child.tag == "author" else child.tag, dict(child.attrib), child.text or "")
            for child in item
        ]
        for item in document.findall("channel/item")
        if POST.fullmatch(unquote(urlsplit(item.findtext("link")).path))
    }


def as_ours(rows: list[tuple]) -> list[tuple]:
    """What is meant to differ in a body: no styles (of a cell, `align`), no relative links."""
    link = next(text for tag, _attributes, text in rows if tag == "link")

    def changed(text: str) -> str:
        text = re.sub(r'style="text-align: (\w+)"', r'align="\1"', text)
        text = re.sub(r' style="[^"]*"', "", text)
        return re.sub(r'href="([^"]*)"', lambda it: f'href="{urljoin(link, it[1])}"', text)

    return [
        (tag, attributes, changed(text) if tag == CONTENT else text)
        for tag, attributes, text in rows
    ]


def test_every_feed_has_the_same_posts_in_the_same_order(feeds, client):
    assert len(feeds) >= 20
    for path, document in feeds.items():
        theirs = items(document)
        if not theirs:
            continue
        response = client.get(f"{path}index.xml")
        assert response.status_code == 200, path
        mine = items(ElementTree.fromstring(response.content))  # noqa: S314 — our own
        assert list(mine) == list(theirs), path
        for guid, rows in theirs.items():
            assert without_extensions(mine[guid], len(rows)) == as_ours(rows), (path, guid)


def test_every_page_of_a_post_answers(feeds, client, hugo_public):
    pages = {
        f"/{page.parent.relative_to(hugo_public).as_posix()}/"
        for page in Path(hugo_public).glob("*/posts/*/*/index.html")
        if not page.read_text(encoding="utf-8").startswith(
            "<!doctype html><html lang=en><head><title>https"
        )
    }
    assert len(pages) >= 6
    # A feed does not say from where a post was moved; a whole site's import does.
    moved = {page for page in pages if "old-address" in page}
    for page in pages - moved:
        assert client.get(page).status_code == 200, page


def test_the_same_address_in_two_languages_is_one_piece(feeds):
    pair = Post.objects.filter(slug="white-house-accuses-china-ai-theft-april-2026")
    assert {post.publication_id for post in pair} == {"en", "zh"}
    assert len({post.translation_key for post in pair}) == 1


def test_importing_again_changes_nothing(feeds, tmp_path):
    before = list(Post.objects.order_by("pk").values())
    for file in sorted(tmp_path.glob("*.xml")):
        language = root(file.read_text(encoding="utf-8")).findtext("channel/language")
        out = StringIO()
        call_command("import_feed", file, language=language, stdout=out)
        assert "0 posts created" in out.getvalue()
        assert "0 updated" in out.getvalue()
    assert list(Post.objects.order_by("pk").values()) == before
