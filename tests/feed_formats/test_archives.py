"""Months of a feed, chained (RFC 5005 §4), in the XML formats. JSON Feed has `next_url`."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.factories import make_post
from tests.feed_formats.reading import ARCHIVE, hrefs, links, xml

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
SUFFIXES = [
    ("index.xml", "xml", "application/rss+xml"),
    ("atom.xml", "atom", "application/atom+xml"),
]


@pytest.fixture
def months():
    for month in (1, 3, 4):
        make_post(published_at=datetime(2026, month, 10, tzinfo=UTC))


def head(client, address):
    """The element that holds a document's own links."""
    root = xml(client, address)
    return root if root.find("channel") is None else root.find("channel")


@pytest.mark.parametrize(("file", "suffix", "media_type"), SUFFIXES)
def test_a_feed_leads_to_its_newest_archive_and_is_none(client, months, file, suffix, media_type):
    feed = head(client, f"/en/{file}")
    address = f"http://127.0.0.1:8000/en/archive/2026-04.{suffix}"
    assert links(feed, rel="prev-archive") == [
        {"rel": "prev-archive", "type": media_type, "href": address}
    ]
    assert hrefs(feed, "current") == hrefs(feed, "next-archive") == []
    assert feed.find(ARCHIVE) is None


@pytest.mark.parametrize(("file", "suffix", "media_type"), SUFFIXES)
def test_an_archive_says_so_and_leads_to_its_neighbours(client, months, file, suffix, media_type):
    archive = head(client, f"/en/archive/2026-03.{suffix}")
    site = "http://127.0.0.1:8000/en/"
    assert archive.find(ARCHIVE) is not None
    assert hrefs(archive, "self") == [f"{site}archive/2026-03.{suffix}"]
    assert hrefs(archive, "current") == [f"{site}{file}"]
    assert hrefs(archive, "prev-archive") == [f"{site}archive/2026-01.{suffix}"]
    assert hrefs(archive, "next-archive") == [f"{site}archive/2026-04.{suffix}"]


@pytest.mark.parametrize(("file", "suffix", "media_type"), SUFFIXES)
def test_the_chain_has_ends(client, months, file, suffix, media_type):
    assert hrefs(head(client, f"/en/archive/2026-01.{suffix}"), "prev-archive") == []
    assert hrefs(head(client, f"/en/archive/2026-04.{suffix}"), "next-archive") == []


def test_an_atom_archive_without_neighbours_bears_no_mark(client):
    """Validators would miss the way on that a marked archive has."""
    make_post(published_at=datetime(2026, 4, 10, tzinfo=UTC))
    archive = head(client, "/en/archive/2026-04.atom")
    assert archive.find(ARCHIVE) is None
    assert hrefs(archive, "current") == ["http://127.0.0.1:8000/en/atom.xml"]
    assert head(client, "/en/archive/2026-04.xml").find(ARCHIVE) is not None


@pytest.mark.parametrize("tag", ["%41", "100%ab", "50%25"])
def test_of_a_tag_with_a_percent_sign_too(client, tag):
    make_post(tags=[tag])
    feed = reverse("feeds:tag-index.xml", kwargs={"language": "en", "tag": tag})
    [before] = hrefs(head(client, feed), "prev-archive")
    assert client.get(before.removeprefix(SITE)).status_code == 200
