"""What comes out other than it went in is a loss; what only looks other is none."""

import pytest

from posts.actions import withdraw_post
from posts.models import Redirect
from publication.models import Page

pytestmark = pytest.mark.django_db

BODY = (
    '<h2 id="why">Why &amp; how</h2>'
    '<p>First <em>one</em>, <a href="/en/posts/world/a/">this</a>.</p>'
    '<pre><code class="language-sh">a\nb\n</code></pre><p><img src="/media/x.png" alt="A ship"></p>'
)


def test_nothing_is_where_all_is_the_same(old, checked):
    old.post("a"), old.post("b", BODY)
    old.feed()
    old.page("en/index.html")
    found, printed = checked(old.folder)
    assert found["counts"] == {
        "page": {"same": 3},
        "feed": {"same": 1},
        "entry": {"same": 2},
    }
    assert printed.endswith("0 lost.\n")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"guid": "https://old.example/?p=1"}, "no entry has its guid"),
        ({"title": "Another"}, "its title is"),
        ({"slug": "another"}, "it leads to"),
        ({"body": BODY.replace("First ", "")}, "its text: nothing → First"),
        ({"body": BODY.replace(' id="why"', ' id="because"')}, 'its text: <h2 id="because">'),
        ({"body": BODY.replace("<em>one</em>", "one")}, "its text: "),
        ({"body": BODY.replace("world/a/", "world/c/")}, "its text: <a href="),
        ({"body": BODY.replace("a\nb\n", "a b\n")}, "its text: "),
        ({"body": BODY.replace("A ship", "A boat")}, "its text: <img"),
        ({"body": BODY.replace("</p>", "</p><p>More.</p>", 1)}, "its text: <p> More."),
    ],
)
def test_one_difference_in_one_entry(old, lost, change, why):
    old.post("a"), old.post("b", BODY)
    old.feed(**change)
    [told] = lost(old.folder)
    assert told.startswith(why)


def test_another_date_and_other_labels(old, lost):
    post = old.post("b")
    old.feed(date=post.published_at.replace(year=2020))
    post.tagged.all().delete(), post.filed.all().delete()
    [told] = lost(old.folder)
    assert "its date is" in told
    assert "its tags are none" in told
    assert "its categories are none" in told


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace(
            "<pre>", '<div class="highlight"><pre style="color:#fff" tabindex="0">'
        ).replace("</pre>", "</pre></div>"),
        BODY.replace("a\nb\n", '<span style="display:flex">a\n</span><span class="k">b</span>\n'),
        BODY.replace("/en/posts/world/a/", "https://old.example/en/posts/world/a/"),
        BODY.replace("First ", "First\n  "),
        f"{BODY}<script>alert(1)</script>",
    ],
)
def test_colours_wrappers_and_spaces_are_none(old, lost, body):
    old.post("a"), old.post("b", BODY)
    old.feed(body=body)
    assert lost(old.folder) == []


def test_an_address_that_is_not_here(old, checked):
    old.page("en/about/index.html"), old.page("logo.svg", "<svg></svg>"), old.page("a.css", "a{}")
    old.page("en/page/2/index.html"), old.page("404.html")
    found, printed = checked(old.folder)
    assert [(one["kind"], one["what"]) for one in found["findings"]] == [
        ("known", "/a.css"),
        ("lost", "/en/about/"),
        ("known", "/en/page/2/"),
        ("lost", "/logo.svg"),
    ]
    assert "lost: page: /en/about/: it answers 404" in printed


def test_one_that_leads_on_and_one_that_is_gone(old, checked):
    post, other = old.post("a"), old.post("b")
    Redirect.objects.create(path="/2019/a.html", post=post)
    alias = '<!doctype html><meta http-equiv="refresh" content="0; url=https://old.example/en/a/">'
    old.page("2019/a.html", alias)
    withdraw_post(other, by=None)
    found, _printed = checked(old.folder)
    assert found["counts"] == {"alias": {"moved": 1}, "page": {"same": 1, "lost": 1}}
    assert [one["why"] for one in found["findings"]] == [
        "→ /en/posts/world/a/",
        "it is withdrawn",
    ]


def test_a_feed_that_is_none_any_more(old, lost):
    old.post("a")
    old.feed("en/posts/world/a.xml")
    Redirect.objects.create(path="/en/posts/world/a.xml", target="/en/posts/world/a/")
    [told] = lost(old.folder)
    assert told.startswith("it is no feed any more")


def test_entries_past_the_newest_fifty(old, lost):
    for number in range(55):
        old.post(f"p{number}")
    old.feed()
    assert lost(old.folder) == []


def test_an_entry_for_a_page_is_no_loss(old, checked):
    post = old.post("a")
    old.feed(guid="https://old.example/en/about/", path="/en/about/")
    Page.objects.create(publication=post.publication, path="about", title="About", body="<p>A</p>")
    found, _printed = checked(old.folder)
    [told] = found["findings"]
    assert (told["kind"], told["why"]) == ("known", "an entry for a page, which is no post")
