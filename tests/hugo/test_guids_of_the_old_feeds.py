"""A post keeps the guid that the site's own feeds gave it, ill-formed feeds included."""

import pytest

from posts.arrivals import Arrival
from transfer.moving import Note

from .conftest import POST, only

ITEM = """{{ range .RegularPages }}<item><title>{{ .Title }}</title>
<link>{{ .Permalink }}</link>GUID<description>{{ .Summary }} &nbsp; & <b></description>
</item>{{ end }}"""
FEED = f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{ITEM}</channel></rss>'
FILES = {"content/posts/a/b.md": POST.replace("Text.", "It's “quoted” & more.")}


@pytest.mark.parametrize(
    ("written", "guid", "is_permalink"),
    [
        ("<guid>{{ .Permalink }}</guid>", "https://old.example/posts/a/b/", True),
        (
            '<guid isPermaLink="true">{{ .Permalink }}</guid>',
            "https://old.example/posts/a/b/",
            True,
        ),
        (
            '<guid isPermaLink="false">{{ .Permalink }}</guid>',
            "https://old.example/posts/a/b/",
            False,
        ),
        ('<guid isPermaLink="false">{{ .RelPermalink }}</guid>', "/posts/a/b/", False),
        (
            "<guid>tag:old.example,2026:{{ .File.BaseFileName }}</guid>",
            "tag:old.example,2026:b",
            False,
        ),
        ("<guid>{{ .Permalink }}#id</guid>", "https://old.example/posts/a/b/#id", True),
        ("", "https://old.example/posts/a/b/", True),
    ],
)
def test_each_form(site, read, written, guid, is_permalink):
    files = {**FILES, "layouts/_default/rss.xml": FEED.replace("GUID", written)}
    [arrival] = only(Arrival, read(site(files)))
    assert (arrival.guid, arrival.guid_is_permalink) == (guid, is_permalink)


def test_hugos_own_feed(site, read):
    [arrival] = only(Arrival, read(site(FILES)))
    assert (arrival.guid, arrival.guid_is_permalink) == ("https://old.example/posts/a/b/", True)


def test_an_atom_feed(site, read):
    entry = (
        "<entry><title>{{ .Title }}</title><link href='{{ .Permalink }}'/><id>urn:x:1</id></entry>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{{{{ range .Site.RegularPages }}}}{entry}"
    config = """
[mediaTypes."application/atom+xml"]
suffixes = ["atom"]
[outputFormats.atom]
mediaType = "application/atom+xml"
[outputs]
home = ["html", "atom"]
section = ["html"]
"""
    files = {**FILES, "layouts/index.atom": feed + "{{ end }}</feed>"}
    [arrival] = only(Arrival, read(site(files, config)))
    assert (arrival.guid, arrival.guid_is_permalink) == ("urn:x:1", False)


def test_a_feed_that_holds_only_the_newest(site, read):
    files = {
        "content/posts/a/new.md": POST,
        "content/posts/a/old.md": POST.replace("2026", "2020"),
        "layouts/_default/rss.xml": FEED.replace("range .Reg", "range first 1 .Reg").replace(
            "GUID", "<guid>urn:x:{{ .File.BaseFileName }}</guid>"
        ),
    }
    found = only(Arrival, read(site(files)))
    assert [one.guid for one in found] == ["https://old.example/posts/a/old/", "urn:x:new"]


def test_feeds_that_this_hugo_cannot_make(site, read):
    """Old themes ask for what newer Hugos do not have; the posts are read all the same."""
    files = {**FILES, "layouts/_default/rss.xml": "{{ .Site.NoSuchThing.email }}"}
    moved = read(site(files))
    [arrival] = only(Arrival, moved)
    assert (arrival.guid, arrival.guid_is_permalink) == ("https://old.example/posts/a/b/", True)
    [note] = [note.text for note in only(Note, moved) if "Guids" in note.text]
    assert "rss.xml" in note
