"""Two publishers that are one: nothing that was published breaks."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from edge.stamps import age_of
from posts.actions import merge_publishers, save_post
from posts.models import Citation, Post
from posts.snapshot import content_of
from sources.actions import ensure_publisher
from sources.models import Publisher, PublisherDomain
from tests.factories import make_editor, make_many, make_post

pytestmark = pytest.mark.django_db

FEEDS = ("index.xml", "atom.xml", "feed.json")


@pytest.fixture
def bbc(db):
    """A post each: one cites the BBC, one the same by another name, in two languages."""
    make_post("en", sources=[("BBC", "https://www.bbc.com/1")])
    make_post("en", sources=[("BBC News", "https://www.bbc.co.uk/2")])
    make_post("zh", sources=[("BBC News", "https://www.bbc.co.uk/3")])
    return Publisher.objects.get(name="BBC"), Publisher.objects.get(name="BBC News")


def test_citations_domains_and_names_move(bbc):
    new, old = bbc
    merge_publishers(old, new, by=None)
    new.refresh_from_db()
    assert set(Citation.objects.values_list("publisher", flat=True)) == {new.pk}
    assert set(Citation.objects.values_list("label", flat=True)) == {"BBC", "BBC News"}
    domains = PublisherDomain.objects.values_list("domain", "publisher")
    assert dict(domains) == {"bbc.com": new.pk, "bbc.co.uk": new.pk}
    assert new.labels == ["BBC News"]


@pytest.mark.parametrize("file", ["", *FEEDS, "page/2/", "archive/2026-04.xml"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_old_addresses_lead_on(client, bbc, language, file):
    new, old = bbc
    merge_publishers(old, new, by=None)
    response = client.get(f"/{language}/sources/bbc-news/{file}?a=1")
    assert response.status_code == 301
    assert response.headers["Location"] == f"/{language}/sources/bbc/{file}?a=1"


@pytest.mark.parametrize("file", FEEDS)
def test_a_poll_is_not_told_that_nothing_changed(client, bbc, file):
    new, old = bbc
    tags = {
        slug: client.get(f"/en/sources/{slug}/{file}").headers["ETag"]
        for slug in ("bbc", "bbc-news")
    }
    merge_publishers(old, new, by=None)
    known = {"headers": {"If-None-Match": tags["bbc-news"]}}
    assert client.get(f"/en/sources/bbc-news/{file}", **known).status_code == 301
    known = {"headers": {"If-None-Match": tags["bbc"], "A-IM": "feed"}}
    response = client.get(f"/en/sources/bbc/{file}", **known)
    # Also a client that wants only news gets what came over from the other list: all of it.
    assert response.status_code == 200
    assert "https://www.bbc.co.uk/2" in response.text


def test_the_months_of_both_lists_are_stamped(bbc):
    new, old = bbc
    [post] = Post.objects.filter(citations__publisher=old, publication="en")
    month = f"{post.published_at:%Y-%m}"
    keys = {f"en/sources/{slug} {month}" for slug in ("bbc", "bbc-news")}
    keys |= {f"{lang}/sources/{slug}" for lang in ("en", "zh") for slug in ("bbc", "bbc-news")}
    before = age_of(keys).times
    merge_publishers(old, new, by=None)
    after = age_of(keys).times
    assert all(after[key] > before.get(key, after[key].replace(year=1)) for key in keys)


def test_a_feed_that_a_reader_put_together_follows(client, bbc):
    new, old = bbc
    merge_publishers(old, new, by=None)
    response = client.get("/en/feeds/index.xml?source=bbc-news")
    assert response.status_code == 301
    assert response.headers["Location"] == "/en/feeds/index.xml?source=bbc"


def test_the_name_and_the_domain_are_known_from_then_on(bbc):
    new, old = bbc
    merge_publishers(old, new, by=None)
    assert ensure_publisher("", "BBC News") == new
    assert ensure_publisher("https://www.bbc.co.uk/9", "Anything") == new
    # A slug is for ever: no other publisher gets it.
    assert ensure_publisher("", "BBC-News!").slug == "bbc-news-2"


def test_a_second_merge_makes_no_chain(client, bbc):
    new, old = bbc
    merge_publishers(old, new, by=None)
    third = ensure_publisher("", "British Broadcasting Corporation")
    merge_publishers(new, third, by=None)
    location = client.get("/en/sources/bbc-news/").headers["Location"]
    assert location == f"/en/sources/{third.slug}/"
    assert ensure_publisher("", "BBC News") == third


def test_a_text_from_before_can_be_saved_again(bbc):
    new, old = bbc
    [post] = Post.objects.filter(citations__publisher=old, publication="en")
    before = content_of(post)
    merge_publishers(old, new, by=None)
    save_post(post, before, by=None)
    assert post.citations.get().publisher_id == new.pk


def test_what_cannot_be(bbc):
    new, old = bbc
    with pytest.raises(ValidationError):
        merge_publishers(new, new, by=None)
    merge_publishers(old, new, by=None)
    with pytest.raises(ValidationError):
        merge_publishers(old, new, by=None)
    with pytest.raises(ValidationError):
        merge_publishers(new, old, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publisher.objects.filter(pk=new.pk).update(merged_into=new.pk)


def test_who_may(bbc):
    new, old = bbc
    with pytest.raises(PermissionDenied):
        merge_publishers(old, new, by=make_editor("one", "change_publisher"))
    merge_publishers(old, new, by=make_editor("two", "change_publisher", "delete_publisher"))


def test_many_citations_take_as_many_queries_as_one(bbc, django_assert_max_num_queries):
    new, old = bbc
    make_many(60, sources=[("BBC News", "https://www.bbc.co.uk/2")])
    with django_assert_max_num_queries(26):
        merge_publishers(old, new, by=None)
    assert new.citations.count() == 63


def test_a_post_that_cites_both_counts_one(client):
    post = make_post(sources=[("A", "https://a.example/1"), ("B", "https://b.example/2")])
    assert "2 sources" in client.get(post.get_absolute_url()).text
    a, b = Publisher.objects.order_by("name")
    merge_publishers(b, a, by=None)
    assert "1 source" in client.get(post.get_absolute_url()).text


def test_the_name_leads_on_though_an_editor_struck_it(bbc):
    new, old = bbc
    merge_publishers(old, new, by=None)
    Publisher.objects.filter(pk=new.pk).update(labels=[])
    assert ensure_publisher("", "BBC News") == new
