"""What an entry says in Atom (RFC 4287 §4.1.2)."""

from datetime import UTC, datetime

import feedparser
import pytest

from posts.content import CitationContent
from posts.models import Post
from tests.factories import make_imported, make_post
from tests.feed_formats.reading import ATOM, LANG, entries, hrefs, links

pytestmark = pytest.mark.django_db


def only_entry(client, address="/en/atom.xml"):
    [entry] = entries(client, address)
    return entry


def test_the_guid_is_the_id_where_it_is_an_iri(client):
    ours = make_post()
    assert only_entry(client).findtext(f"{ATOM}id") == ours.guid


@pytest.mark.parametrize(
    "guid", ["https://old.example/中文/?a=b&c#d", "tag:old.example,2020:1", "urn:x:1"]
)
def test_other_iris_stay_as_they_are(client, guid):
    make_imported(guid=guid)
    assert only_entry(client).findtext(f"{ATOM}id") == guid


@pytest.mark.parametrize(
    "guid", ["42", "old post: 3", "/relative/1", "https://old.example/a b", "é"]
)
def test_any_other_guid_gets_an_id_that_stays(client, guid, settings):
    make_imported(guid=guid)
    first = only_entry(client).findtext(f"{ATOM}id")
    assert first.startswith("urn:uuid:")
    settings.SITE_URL = "https://moved.example"
    assert only_entry(client).findtext(f"{ATOM}id") == first


def test_updated_is_published_until_a_significant_edit(client):
    post = make_post("zh", published_at=datetime(2026, 4, 26, 6, 0, tzinfo=UTC))
    entry = only_entry(client, "/zh/atom.xml")
    assert entry.findtext(f"{ATOM}published") == "2026-04-26T14:00:00+08:00"
    assert entry.findtext(f"{ATOM}updated") == "2026-04-26T14:00:00+08:00"
    Post.objects.filter(pk=post.pk).update(updated_at=datetime(2026, 4, 27, 6, 0, tzinfo=UTC))
    entry = only_entry(client, "/zh/atom.xml")
    assert entry.findtext(f"{ATOM}published") == "2026-04-26T14:00:00+08:00"
    assert entry.findtext(f"{ATOM}updated") == "2026-04-27T14:00:00+08:00"


def test_text_is_text_and_content_is_html_in_its_language(client):
    make_post("zh", title="A & B", summary="1 < 2", body="<p>正文 &amp; more</p>", sources=[])
    entry = only_entry(client, "/atom.xml")
    assert entry.findtext(f"{ATOM}title") == "A & B"
    assert entry.findtext(f"{ATOM}summary") == "1 < 2"
    content = entry.find(f"{ATOM}content")
    assert content.attrib == {"type": "html", LANG: "zh"}
    assert content.text == "<p>正文 &amp; more</p>"
    assert entry.get(LANG) == "zh"


def test_authors_are_named_and_else_the_publication(client):
    make_post(authors=["Ada Lovelace", "Alan Turing"])
    names = [name.text for name in only_entry(client).findall(f"{ATOM}author/{ATOM}name")]
    assert names == ["Ada Lovelace", "Alan Turing"]
    make_post("zh")
    names = [n.text for n in only_entry(client, "/zh/atom.xml").findall(f"{ATOM}author/{ATOM}name")]
    assert names == ["The Desk"]


def test_categories_are_spelt_as_written_and_named_by_their_lists(client, settings):
    settings.SITE_URL = "https://news.example"
    make_post(categories=["ai-tech"], section="ai-tech", tags=["US-China relations", "A / B"])
    found = [dict(it.attrib) for it in only_entry(client).findall(f"{ATOM}category")]
    tags = "https://news.example/en/tags/"
    assert found == [
        {"scheme": "https://news.example/en/categories/", "term": "ai-tech", "label": "ai-tech"},
        {"scheme": tags, "term": "US-China relations", "label": "US-China relations"},
        {"scheme": tags, "term": "A / B", "label": "A / B"},
    ]


def test_readers_see_the_same_terms_in_rss_and_atom(client):
    make_post(tags=["US-China relations", "AI"])
    rss, atom = (
        feedparser.parse(client.get(f"/en/{file}").content) for file in ("index.xml", "atom.xml")
    )
    assert [tag.term for tag in atom.entries[0].tags] == [tag.term for tag in rss.entries[0].tags]


def test_every_citation_with_an_address_is_a_via_link(client):
    make_post(
        citations=[
            CitationContent(label="路透社", url="https://www.reuters.com/a|b/100%"),
            CitationContent(label="A letter"),
            CitationContent(label="Blog", url="https://blog.example/", role="via"),
        ]
    )
    assert links(only_entry(client), rel="via") == [
        {"rel": "via", "href": "https://www.reuters.com/a%7Cb/100%25", "title": "路透社"},
        {"rel": "via", "href": "https://blog.example/", "title": "Blog"},
    ]


def test_the_page_is_the_alternate_with_its_language(client):
    post = make_post()
    [link] = links(only_entry(client), rel="alternate")
    assert link["href"] == f"http://127.0.0.1:8000{post.get_absolute_url()}"
    assert (link["type"], link["hreflang"]) == ("text/html", "en")


def test_translations_are_alternates_and_no_reader_takes_one_for_the_page(client):
    english = make_imported(slug="one")
    chinese = make_imported("zh", slug="one")
    entry = only_entry(client)
    own, other = (f"http://127.0.0.1:8000{post.get_absolute_url()}" for post in (english, chinese))
    assert hrefs(entry, "alternate") == [own, other, own]
    kinds = [(link["type"], link.get("hreflang")) for link in links(entry, rel="alternate")]
    assert kinds == [("text/html", "en"), ("text/html", "zh"), ("text/html", None)]
    for file in ("index.xml", "atom.xml"):
        [read] = feedparser.parse(client.get(f"/en/{file}").content).entries
        assert read.link == own
        assert other in [link.href for link in read.links]
