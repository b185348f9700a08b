"""Tags, categories, other taxonomies, and who signs."""

from posts.arrivals import Arrival
from transfer.moving import Note, RedirectArrival, Skipped, TermArrival

from .conftest import only

CONFIG = """
defaultContentLanguageInSubdir = true
[taxonomies]
tag = "tags"
category = "categories"
series = "series"
author = "authors"
"""


def post(matter: str) -> str:
    return f"---\ntitle: T\ndate: 2026-04-01\n{matter}\n---\nText.\n"


def test_terms_as_written(site, read):
    text = post(
        'tags: ["US-China relations", "C++", 2026, "a, b"]\ncategories: World\nseries: [Long]'
    )
    [arrival] = only(Arrival, read(site({"content/posts/a/b.md": text}, CONFIG)))
    assert arrival.content.tags == ("US-China relations", "C++", "2026", "a, b", "Long")
    assert arrival.content.categories == ("World",)


def test_other_taxonomies_lead_to_tags(site, read):
    files = {"content/posts/a/b.md": post("series: [The Long View]\nauthors: [Ada Writer]")}
    moved = read(site(files, CONFIG))
    for old, new in {
        "/en/series/": "/en/tags/",
        "/en/series/the-long-view/": "/en/tags/the-long-view/",
        "/en/series/the-long-view/index.xml": "/en/tags/the-long-view/index.xml",
    }.items():
        assert RedirectArrival(old, new) in moved
    assert not [one for one in only(RedirectArrival, moved) if "/authors/" in one.old]
    assert any("“series”" in note.text for note in only(Note, moved))


def test_terms_that_no_public_post_has_lead_nowhere(site, read):
    moved = read(site({"content/posts/a/b.md": post("series: [Secret]\ndraft: true")}, CONFIG))
    assert not [one for one in only(RedirectArrival, moved) if "secret" in one.old]


def test_titles_of_terms(site, read):
    files = {
        "content/posts/a/b.md": post("tags: [ai]\ncategories: [tech]"),
        "content/tags/ai/_index.md": "---\ntitle: Artificial intelligence\n---\nWhat it is.",
        "content/categories/tech/_index.md": "---\ntitle: Technology\n---\n",
    }
    moved = read(site(files, CONFIG))
    assert {(one.kind, one.slug, one.title) for one in only(TermArrival, moved)} == {
        ("tag", "ai", "Artificial intelligence"),
        ("category", "tech", "Technology"),
    }
    assert [n.text for n in only(Note, moved) if "tags/ai" in n.text] == [
        "tags/ai/_index.md: the text of this list is kept as plain text."
    ]


def test_each_way_to_sign(site, read):
    ways = {
        "a": "author: Ada Writer",
        "b": "authors: [Ada Writer, Bo Editor]",
        "c": "author: {name: Ada Writer, email: a@b.example}",
        "d": "author: Ada Writer <ada@news.example>",
        "e": "author: [{name: Ada Writer}]",
        "f": "tags: [x]",
    }
    config = CONFIG.replace('author = "authors"\n', "")
    files = {f"content/posts/x/{name}.md": post(way) for name, way in ways.items()}
    found = {
        one.content.slug: one.content.authors for one in only(Arrival, read(site(files, config)))
    }
    assert found == {
        **dict.fromkeys("acde", ("Ada Writer",)),
        "b": ("Ada Writer", "Bo Editor"),
        "f": (),
    }


def test_an_author_with_a_page_of_their_own(site, read):
    files = {
        "content/posts/a/b.md": post("authors: [ada]"),
        "content/authors/ada/_index.md": "---\ntitle: Ada Writer\n---\n",
    }
    moved = read(site(files, CONFIG))
    assert only(Arrival, moved)[0].content.authors == ("Ada Writer",)
    assert RedirectArrival("/en/authors/ada/", "/en/authors/ada-writer/") in moved


def test_what_can_have_no_address_is_told_and_the_post_is_kept(site, read):
    text = post('tags: ["🚀", "AI"]\ncategories: ["…"]\nauthor: "???"')
    moved = read(site({"content/posts/a/b.md": text}, CONFIG.replace('author = "authors"\n', "")))
    content = only(Arrival, moved)[0].content
    assert (content.tags, content.categories, content.authors) == (("AI",), (), ())
    lost = [one for one in only(Skipped, moved) if one.lost]
    assert [one.kind for one in lost] == ["tag", "category", "author"]
    assert lost[0].name == "🚀 (posts/a/b.md)"
