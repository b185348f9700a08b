"""The real feed goes in; what comes out at the same address is the same, element by element."""

from io import StringIO

import feedparser
import pytest
from django.core.management import call_command

from tests.oracle.healing import heal, root, without_extensions

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

ADDRESS = "/en/tags/us-china-relations/index.xml"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


@pytest.fixture
def seed(shared):
    return (shared / "seed" / "us-china-relations.xml").read_text(encoding="utf-8")


@pytest.fixture
def ours(shared, settings, client):
    settings.SITE_URL = "https://goodinfo.net"
    file = shared / "seed" / "us-china-relations.xml"
    call_command("import_feed", str(file), language="en", stdout=StringIO())
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


def flat(element):
    """(tag, attributes, text) of an element's children, items left to themselves."""
    return [
        (child.tag, dict(child.attrib), child.text or "")
        for child in element
        if child.tag != "item"
    ]


def as_ours(row):
    """The differences that are meant: our generator, and names in `dc:creator`."""
    tag, attributes, text = row
    if tag == "generator":
        return tag, attributes, "Newsroom"
    if tag == "author":
        return CREATOR, attributes, text
    return row


def test_the_channel(seed, ours):
    theirs, mine = root(seed).find("channel"), root(ours).find("channel")
    rows = [as_ours(row) for row in flat(theirs)]
    assert rows == without_extensions(flat(mine), len(rows))


def test_the_items(seed, ours):
    theirs, mine = root(seed).findall("channel/item"), root(ours).findall("channel/item")
    assert len(theirs) == len(mine) == 1
    for their, my in zip(theirs, mine, strict=True):
        rows = [as_ours(row) for row in flat(their)]
        assert rows == without_extensions(flat(my), len(rows))


def test_it_needs_no_healing(ours):
    assert heal(ours) == ours


def test_feedparser_sees_the_same(seed, ours):
    theirs, mine = feedparser.parse(heal(seed)), feedparser.parse(ours)
    assert not mine.bozo
    assert mine.feed.title == theirs.feed.title
    assert mine.feed.link == theirs.feed.link
    [their], [my] = theirs.entries, mine.entries
    for name in ("title", "link", "id", "guidislink", "published", "author", "summary", "content"):
        assert my[name] == their[name], name
    assert [(tag.scheme, tag.term) for tag in my.tags] == [
        (tag.scheme, tag.term) for tag in their.tags
    ]
