"""The real feed comes in whole."""

import html
import re
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest

from posts.sources_line import cut, join
from transfer.feed import parse
from transfer.feed.address import post_address
from transfer.feed.site import site_name
from transfer.feed.zone import zone_from_offset

pytestmark = pytest.mark.shared


@pytest.fixture
def data(shared):
    return (shared / "seed" / "us-china-relations.xml").read_bytes()


@pytest.fixture
def item(data):
    """The item as another parser reads it, after a healing of three lines."""
    text = data.decode()
    named = re.compile("&(?!amp;|lt;|gt;|quot;|apos;)[a-zA-Z]+;")
    healed = named.sub(lambda found: html.unescape(found[0]), text)
    return ET.fromstring(healed).find("channel/item")  # noqa: S314  # our own file


def test_the_entry_agrees_with_an_independent_parser(data, item):
    (entry,) = parse(data).entries
    assert entry.title == item.findtext("title")
    assert entry.link == item.findtext("link")
    assert (entry.guid, entry.guid_is_permalink) == (item.findtext("guid"), True)
    assert entry.summary == item.findtext("description")
    assert entry.content == item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert [*entry.categories, *entry.tags] == [it.text for it in item.findall("category")]
    assert len(entry.categories) == 1
    assert entry.authors == (item.findtext("author"),)


def test_date_address_and_site(data):
    feed = parse(data)
    (entry,) = feed.entries
    assert entry.published.isoformat() == "2026-04-26T14:00:00+08:00"
    assert zone_from_offset(entry.published.utcoffset() or timedelta()) == "Asia/Shanghai"
    assert post_address(entry.link)[:2] == ("en", "ai-tech")
    assert site_name(feed) == feed.title.partition(" on ")[2]
    assert feed.language == "en"


def test_four_sources_are_cut_and_joined_again(data):
    (entry,) = parse(data).entries
    found = cut(entry.content, ["Source: "])
    assert [source.url.startswith("https://") for source in found.sources] == [True] * 4
    assert join(*found) == entry.content
    assert "<hr>" not in found.body
