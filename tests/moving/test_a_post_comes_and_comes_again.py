"""What is taken in, what is known again, and what is written of it."""

import pytest
from django.core.exceptions import PermissionDenied

from posts.actions import Origin, import_post, import_posts
from posts.content import CitationContent
from posts.models import Post, Provenance, Redirect, Revision, SearchBrief, SearchEntry
from posts.search.entries import index_post
from posts.snapshot import content_of
from posts.taking.plan import digest_of_body
from sources.models import Publisher, PublisherDomain
from tests.factories import make_editor, make_imported, make_publication

from .arriving import OLD, WHEN, arrival, outcomes, take, take_one

pytestmark = pytest.mark.django_db


def test_everything_that_it_says_is_kept():
    cited = CitationContent(
        label="Wire", url="https://wire.example/1", headline="Chips", role="via"
    )
    taken = take_one(
        arrival(
            body='<p onclick="x">Text</p><script>x</script>',
            tags=("US-China relations", "AI", "ai"),
            categories=("tech", "Asia"),
            citations=(cited,),
            authors=("Ada Lovelace",),
            markdown="Te\0xt",
        )
    )
    post = Post.objects.get()
    assert (taken.outcome, taken.post, taken.why) == ("created", post, "")
    kept = content_of(post)
    assert (kept.title, kept.summary) == ("Headline of chips", "Standfirst of chips.")
    assert kept.body == "<p>Text</p>"
    assert kept.tags == ("US-China relations", "AI", "ai")
    assert kept.categories == ("tech", "Asia")
    assert kept.authors == ("Ada Lovelace",)
    [source] = kept.citations
    assert (source.label, source.headline, source.role) == ("Wire", "Chips", "via")
    assert source.publisher == Publisher.objects.get(name="Wire").pk
    assert PublisherDomain.objects.get().domain == "wire.example"
    assert (post.status, post.published_at) == ("published", WHEN)
    assert (post.guid, post.guid_is_permalink) == (f"{OLD}/en/posts/tech/chips/", True)
    assert post.path == "/en/posts/tech/chips/"
    known = Provenance.objects.get()
    assert (known.post, known.revision, known.markdown) == (post, 1, "Text")
    assert known.body_digest == digest_of_body(post.body)
    revision = Revision.objects.get()
    assert (revision.action, revision.number, revision.came_from) == ("import", 1, "")
    assert revision.snapshot == kept.as_json()
    assert SearchEntry.objects.get().shown_at == WHEN


def test_it_is_found_by_what_a_post_made_by_hand_is_found_by():
    text = "<p>It's GPT-4o, C++ &amp; 3,500 chips: 人工智能. The U.S.' café…</p>" * 3
    post = take_one(arrival(tags=("US-China relations", "C++"), title="人工 chips", body=text)).post
    stored = found_by()
    SearchEntry.objects.all().delete()
    index_post(Post.objects.get(pk=post.pk))
    assert found_by() == stored


def found_by():
    entries = SearchEntry.objects.values("words", "language", "section", "shown_at")
    return list(entries), list(SearchBrief.objects.values("brief"))


def test_the_same_again_is_unchanged_and_writes_nothing():
    take(arrival("one"), arrival("two"))
    before = list(Post.objects.order_by("pk").values())
    assert outcomes(arrival("one"), arrival("two")) == ["unchanged"] * 2
    assert list(Post.objects.order_by("pk").values()) == before
    assert Revision.objects.count() == 2


def test_what_is_unchanged_is_not_cleaned_again(monkeypatch):
    take(arrival())
    monkeypatch.setattr("posts.clean.sanitise", lambda _html: pytest.fail("It was cleaned."))
    assert outcomes(arrival()) == ["unchanged"]


def test_what_changed_there_is_updated():
    take(arrival(tags=("Trade", "Steel"), authors=("Ada",), body="<p>Old words.</p>"))
    changed = arrival(title="Better", body="<p>New.</p>", tags=("Copper",), markdown="New.")
    taken = take_one(changed)
    post = Post.objects.get()
    assert (taken.outcome, taken.post) == ("updated", post)
    kept = content_of(post)
    assert (kept.title, kept.body, kept.tags, kept.authors) == (
        "Better",
        "<p>New.</p>",
        ("Copper",),
        (),
    )
    assert [row.number for row in post.revisions.all()] == [2, 1]
    known = Provenance.objects.get()
    assert (known.revision, known.markdown) == (2, "New.")
    assert known.body_digest == digest_of_body("<p>New.</p>")
    assert outcomes(changed) == ["unchanged"]


def test_a_new_address_there_leaves_a_redirect_here(client):
    take(arrival("old-name"))
    [taken] = take(arrival("old-name", slug="new-name", section="asia"))
    assert taken.post.path == "/en/posts/asia/new-name/"
    assert client.get("/en/posts/tech/old-name/").headers["Location"] == taken.post.path
    take(arrival("old-name"))
    assert client.get("/en/posts/tech/old-name/").status_code == 200
    assert [row.path for row in Redirect.objects.all()] == ["/en/posts/asia/new-name/"]


def test_two_that_change_places():
    take(arrival("a"), arrival("b"))
    guids = set(Post.objects.values_list("slug", "guid"))
    found = outcomes(arrival("a", slug="c"), arrival("b", slug="a"))
    assert found == ["updated", "updated"]
    assert set(Post.objects.values_list("slug", "guid")) == {
        (slug.translate(str.maketrans("ab", "ca")), guid) for slug, guid in guids
    }


def test_what_came_in_a_feed_before_is_known_by_its_guid():
    fed = make_imported(guid=f"{OLD}/en/posts/tech/chips/", slug="chips", section="tech")
    taken = take_one(arrival(markdown="Text of chips."))
    assert (taken.outcome, taken.post) == ("updated", fed)
    known = Provenance.objects.get()
    assert (known.key, known.markdown) == (arrival().key, "Text of chips.")


def test_what_comes_in_a_feed_afterwards_keeps_what_the_site_said():
    one = arrival(markdown="Text of chips.")
    post = take_one(one).post
    origin = Origin(guid=one.guid, guid_is_permalink=True, published_at=WHEN)
    again, outcome = import_post(make_publication(), one.content, origin, by=None)
    assert (again, outcome) == (post, "unchanged")
    known = Provenance.objects.get()
    assert (known.key, known.markdown) == (one.key, "Text of chips.")
    assert outcomes(one) == ["unchanged"]


def test_a_post_from_before_there_was_a_provenance_is_known_and_unchanged():
    one = arrival()
    take(one)
    Provenance.objects.all().delete()
    assert outcomes(one) == ["unchanged"]
    assert Revision.objects.count() == 1
    assert Provenance.objects.get().digest


def test_a_file_that_was_renamed_there_is_still_the_same_post():
    take(arrival())
    taken = take_one(arrival(key="hugo:content/en/posts/tech/chips/index.md"))
    assert taken.outcome == "unchanged"
    assert Provenance.objects.get().key == "hugo:content/en/posts/tech/chips/index.md"


def test_without_a_slug_it_gets_one_from_its_headline():
    take(arrival("a", slug="", title="News & Chips"), arrival("b", slug="", title="News, Chips!"))
    assert set(Post.objects.values_list("slug", flat=True)) == {"news-chips", "news-chips-2"}
    assert outcomes(arrival("a", slug="", title="Another headline")) == ["updated"]
    assert Post.objects.filter(title="Another headline", slug="news-chips").exists()


def test_only_who_may_publish_takes_posts_in():
    with pytest.raises(PermissionDenied):
        import_posts([arrival()], by=make_editor("writer", "add_post"))
    [taken] = take(arrival(), by=make_editor("editor", "publish_post"))
    assert taken.post.revisions.get().who == "editor"
    assert taken.post.created_by.username == "editor"
