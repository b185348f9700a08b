"""What an Atom feed says of itself (RFC 4287 §4.1.1)."""

import uuid
from datetime import UTC, datetime

import pytest
import time_machine

from edge.stamps import touch
from tests.factories import make_post, make_publication
from tests.feed_formats.reading import ATOM, LANG, hrefs, links, xml

pytestmark = pytest.mark.django_db


def test_its_head(client, settings):
    settings.SITE_URL = "https://news.example"
    make_post("zh", tags=["芯片"])
    feed = xml(client, "/zh/tags/芯片/atom.xml")
    assert feed.tag == f"{ATOM}feed"
    assert feed.get(LANG) == "zh"
    assert "芯片" in feed.findtext(f"{ATOM}title")
    assert feed.findtext(f"{ATOM}subtitle") == "News for tests."
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The Desk"
    assert feed.findtext(f"{ATOM}author/{ATOM}uri") == "https://news.example/zh/"
    assert feed.findtext(f"{ATOM}generator") == "Newsroom"
    page = "https://news.example/zh/tags/%E8%8A%AF%E7%89%87/"
    assert links(feed, rel="self") == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{page}atom.xml"}
    ]
    assert links(feed, rel="alternate") == [{"rel": "alternate", "type": "text/html", "href": page}]


def test_its_id_stays_when_the_domain_changes(client, settings):
    make_post(tags=["AI"])
    addresses = ["/atom.xml", "/en/atom.xml", "/en/tags/ai/atom.xml", "/en/posts/atom.xml"]
    before = [xml(client, address).findtext(f"{ATOM}id") for address in addresses]
    settings.SITE_URL = "https://moved.example"
    assert [xml(client, address).findtext(f"{ATOM}id") for address in addresses] == before
    assert len(set(before)) == 4
    assert all(found.startswith("urn:uuid:") for found in before)


def test_no_other_site_has_its_id(client):
    post = make_post()
    before = xml(client, "/en/atom.xml").findtext(f"{ATOM}id")
    post.publication.identity = uuid.uuid4()
    post.publication.save()
    assert xml(client, "/en/atom.xml").findtext(f"{ATOM}id") != before


def test_an_archive_is_a_part_of_its_feed(client):
    make_post()
    ids = {
        xml(client, address).findtext(f"{ATOM}id")
        for address in ("/en/atom.xml", "/en/archive/2026-04.atom")
    }
    assert len(ids) == 1


def test_updated_is_the_newest_change_whatever_the_clock_says(client):
    post = make_post(published_at=datetime(2026, 4, 26, 6, 0, tzinfo=UTC))
    for now in ("2026-11-25", "2030-01-01"):
        with time_machine.travel(now):
            feed = xml(client, "/en/atom.xml")
        assert feed.findtext(f"{ATOM}updated") == "2026-04-26T14:00:00+08:00"
    post.updated_at = datetime(2026, 4, 27, 6, 0, tzinfo=UTC)
    post.save(update_fields=["updated_at"])
    assert xml(client, "/en/atom.xml").findtext(f"{ATOM}updated") == "2026-04-27T14:00:00+08:00"


def test_an_empty_feed_is_as_old_as_its_stamp(client):
    make_publication()
    assert xml(client, "/en/atom.xml").findtext(f"{ATOM}updated") == "2000-01-01T08:00:00+08:00"
    stamps = []
    touch(["en"], stamps.append)
    for now in ("2030-01-01", "2031-01-01"):
        with time_machine.travel(now):
            updated = xml(client, "/en/atom.xml").findtext(f"{ATOM}updated")
        assert datetime.fromisoformat(updated) == stamps[0].replace(microsecond=0)


def test_hubs_are_named_by_the_feed_alone(client, settings):
    settings.WEBSUB_HUBS = ("https://hub.example/", "https://hub.other.example/")
    make_post()
    assert hrefs(xml(client, "/en/atom.xml"), "hub") == list(settings.WEBSUB_HUBS)
    assert hrefs(xml(client, "/en/archive/2026-04.atom"), "hub") == []
