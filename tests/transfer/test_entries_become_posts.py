from html import escape

import pytest

from posts.models import Post
from posts.snapshot import content_of
from posts.syndication import content_with_sources
from publication.models import Publication
from tests.factories import content

pytestmark = pytest.mark.django_db


def test_what_an_entry_says_is_kept(run, rss, item):
    terms = (
        '<category domain="category">world</category><category domain="tag">AT&amp;T</category>'
        '<category domain="tag">US-China relations</category><dc:creator>Ada Lovelace</dc:creator>'
    )
    run(rss(item(extra=terms)))
    post = Post.objects.get()
    kept = content_of(post)
    assert kept.title == "Story 1"
    assert (kept.section, kept.slug) == ("world", "story-1")
    assert kept.summary == "Summary 1"
    assert kept.body == "<p>Text.</p>"
    assert kept.categories == ("world",)
    assert kept.tags == ("AT&T", "US-China relations")
    assert kept.authors == ("Ada Lovelace",)
    assert post.guid == "https://old.example/en/posts/world/story-1/"
    assert post.guid_is_permalink
    assert post.published_at.isoformat() == "2026-04-26T06:01:00+00:00"


def test_a_guid_that_is_no_permalink(run, rss, item):
    run(rss(item().replace("<guid>", '<guid isPermaLink="false">')))
    assert not Post.objects.get().guid_is_permalink


def test_the_body_is_made_clean(run, rss, item):
    body = '<h2 id="a">A</h2><script>x</script><p onclick="x">B</p>'
    run(rss(item(body=escape(body))))
    assert Post.objects.get().body == '<h2 id="a">A</h2><p>B</p>'


def test_a_line_of_sources_becomes_citations_and_comes_back(run, rss, item):
    link = '<a href="https://a.example/?b=1&amp;c=2">A &amp; B</a>'
    body = f"<p>A</p>\n<hr>\n<p><em>Source: {link}, C</em></p>"
    run(rss(item(body=escape(body))))
    post = Post.objects.get()
    assert post.body == "<p>A</p>"
    assert [(row.label, row.url) for row in post.citations.all()] == [
        ("A & B", "https://a.example/?b=1&c=2"),
        ("C", ""),
    ]
    assert content_with_sources(post) == body


def test_a_line_that_could_not_come_back_stays(run, rss, item):
    body = "<p>A</p>\n<hr>\n<p><em>Sources: <b>A</b>; B</em></p>"
    run(rss(item(body=escape(body))))
    post = Post.objects.get()
    assert post.body == body
    assert not post.citations.exists()


def test_an_address_of_another_form_needs_a_section(run, rss, item):
    feed = rss(item(path="/2026/04/a-story.html"))
    assert "--section" in run(feed)
    assert not Post.objects.exists()
    run(feed, section="world")
    assert Post.objects.get().path == "/en/posts/world/a-story/"


def test_relative_links_lead_to_the_same_places(run, rss, item):
    body = escape('<p><a href="../other/">A</a> <a href="#b">B</a></p>')
    run(rss(item(body=body)))
    assert Post.objects.get().body == '<p><a href="../other/">A</a> <a href="#b">B</a></p>'
    run(rss(item(2, path="/2026/story/", body=body)), section="world")
    moved = '<p><a href="https://old.example/2026/other/">A</a> <a href="#b">B</a></p>'
    assert Post.objects.get(slug="story").body == moved


def test_lists_and_other_languages_are_skipped(run, rss, item):
    report = run(rss(item(1, path="/en/posts/"), item(2, path="/zh/posts/world/b/"), item(3)))
    assert "2 skipped" in report
    assert Post.objects.get().title == "Story 3"


def test_a_date_in_the_future_is_scheduled(run, rss, item):
    run(rss(item().replace("2026", "2126")))
    assert Post.objects.get().status == "scheduled"
    assert not Post.objects.published("en").exists()


def test_one_bad_entry_does_not_stop_the_others(run, rss, item):
    report = run(rss(item(1, extra='<category domain="tag">🚀</category>'), item(2)))
    assert "1 skipped" in report
    assert "🚀" in report
    assert Post.objects.get().title == "Story 2"


def test_a_new_publication_is_made_of_the_channel(run, rss, item):
    run(rss(item()), language="zh")
    publication = Publication.objects.get()
    assert (publication.code, publication.locale) == ("zh", "zh-hans")
    assert (publication.name, publication.description) == ("Old Daily", "News of old.")


def test_snapshot_of_an_import_holds_everything(run, rss, item):
    run(rss(item()))
    revision = Post.objects.get().revisions.get()
    assert revision.action == "import"
    assert set(revision.snapshot) == set(content().as_json())
