"""Polling goes on: 301 at the old address, the same entries at the new one, then 304."""

import feedparser
import pytest

from posts.actions import merge_terms
from taxonomy.models import Category, Tag
from tests.clients.conftest import answers, site, static_root  # noqa: F401
from tests.factories import make_post

from .merging import category, tag

FILES = ["index.xml", "atom.xml"]


def guids(feed):
    return [entry.id for entry in feed.entries]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("file", FILES)
def test_gets_each_entry_once(site, answers, file):  # noqa: F811
    posts = [make_post(tags=["PRC"]), make_post(tags=["PRC", "China"]), make_post(tags=["China"])]
    address = f"{site}/en/tags/prc/{file}"
    before = feedparser.parse(address)
    merge_terms(tag("PRC"), tag("China"), by=None)
    after = feedparser.parse(address, etag=before.etag, modified=before.modified)
    assert (after.status, after.href) == (301, f"{site}/en/tags/china/{file}")
    assert set(guids(before)) < set(guids(after)) == {post.guid for post in posts}
    assert len(guids(after)) == 3
    again = feedparser.parse(after.href, etag=after.etag, modified=after.get("modified"))
    assert again.status == 304
    assert answers == [200, 301, 200, 304]


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"If-None-Match": "*"}, {"A-IM": "feed"}])
def test_no_request_is_answered_as_unchanged(client, headers):
    make_post(tags=["PRC"])
    old = client.get("/en/tags/prc/index.xml")
    merge_terms(tag("PRC"), tag("China"), by=None)
    own = {"If-None-Match": old.headers["ETag"], "If-Modified-Since": old.headers["Last-Modified"]}
    answer = client.get("/en/tags/prc/index.xml", headers={**own, **headers})
    assert answer.status_code == 301
    whole = client.get("/en/tags/china/index.xml", headers={**own, **headers, "A-IM": "feed"})
    assert whole.status_code in (200, 304 if headers.get("If-None-Match") == "*" else 200)


ADDRESSES = [
    "/en/tags/{0}/",
    "/en/tags/{0}/page/2/",
    "/en/tags/{0}/index.xml?x=1&y=%C3%A9",
    "/en/tags/{0}/atom.xml",
    "/en/tags/{0}/feed.json",
    "/en/tags/{0}/archive/2026-04.xml",
    "/en/feeds/index.xml?tags={0},trade&limit=20",
    "/en/feeds/atom.xml?any={0}&not=trade",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_a_tag_leads_on(client, address):
    make_post(tags=["A very old name", "Trade"])
    client.get(address.format("a-very-old-name"))
    merge_terms(tag("A very old name"), tag("New"), by=None)
    answer = client.get(address.format("a-very-old-name"))
    assert (answer.status_code, answer.headers["Location"]) == (301, _sorted(address.format("new")))


def _sorted(address):
    return address.replace("?tags=new,trade", "?tags=new,trade")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/en/categories/{0}/",
        "/en/categories/{0}/feed.json",
        "/en/posts/{0}/",
        "/en/posts/{0}/page/3/",
        "/en/posts/{0}/index.xml",
        "/en/posts/{0}/archive/2026-04.xml",
        "/en/feeds/index.xml?category={0}",
    ],
)
def test_every_address_of_a_category_leads_on(client, address):
    make_post(section="asia", categories=["asia"])
    merge_terms(category("asia"), category("world"), by=None)
    answer = client.get(address.format("asia"))
    assert (answer.status_code, answer.headers["Location"]) == (301, address.format("world"))


@pytest.mark.django_db
def test_no_list_names_it(client):
    make_post(tags=["PRC"], categories=["asia"], section="asia")
    merge_terms(tag("PRC"), tag("China"), by=None)
    merge_terms(category("asia"), category("world"), by=None)
    for address in (
        "/en/",
        "/en/tags/",
        "/en/categories/",
        "/en/feeds.opml",
        "/en/sitemap.xml",
        "/en/subscribe/",
        "/en/search/?q=headline",
        "/en/tags/china/index.xml",
    ):
        text = client.get(address, follow=True).text
        assert "/prc/" not in text, address
        assert "/asia/" not in text, address
        assert ">PRC<" not in text, address
        assert ">Asia<" not in text, address
    assert Tag.every.count() == 2
    assert Category.objects.count() == 1


@pytest.mark.django_db
def test_a_search_within_it_is_one_within_the_survivor(client):
    post = make_post(tags=["PRC"])
    merge_terms(tag("PRC"), tag("China"), by=None)
    page = client.get("/en/search/?q=headline&tag=PRC").text
    assert post.title in page.replace("<mark>", "").replace("</mark>", "")
