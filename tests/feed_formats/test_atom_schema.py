"""Every Atom feed is valid: RFC 4287's own schema says so, and the rules beside it."""

from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from lxml import etree

from posts.actions import withdraw_post
from posts.models import Post
from tests.factories import make_imported, make_post
from tests.feed_formats.reading import ATOM, DELETED
from tests.feed_formats.site import body_with_everything, feeds, form_named

pytestmark = pytest.mark.django_db

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent.parent / "data" / "atom.rng"))


def check(client, address, **headers):
    """A feed, once it has been found valid."""
    response = client.get(address, headers=headers)
    root = etree.fromstring(response.content)
    assert SCHEMA.validate(root), f"{address}: {SCHEMA.error_log}"
    for element in (root, *root.findall(f"{ATOM}entry")):
        _check_rules(element)
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids), address
    return root


def _check_rules(element):
    """What RFC 4287 §4.1.1 and §4.1.2 say of a feed or an entry and no grammar can."""
    assert element.findall(f"{ATOM}author")
    links = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert links
    kinds = Counter((link.get("type"), link.get("hreflang")) for link in links)
    assert set(kinds.values()) == {1}
    published, updated = element.findtext(f"{ATOM}published"), element.findtext(f"{ATOM}updated")
    assert published is None or published[-6] in "+-"
    assert updated[-6] in "+-"


def test_the_schema_refuses_what_is_wrong(client):
    make_post()
    root = check(client, "/en/atom.xml")
    root.find(f"{ATOM}entry").remove(root.find(f"{ATOM}entry/{ATOM}updated"))
    assert not SCHEMA.validate(root)


def test_every_feed_of_the_demo_site(client):
    call_command("load_demo", stdout=StringIO())
    checked = [check(client, path) for path in feeds(client, form_named("Atom"))]
    assert len(checked) > 100
    assert sum(len(root.findall(f"{ATOM}entry")) for root in checked) > 500


def test_a_post_with_everything_that_a_body_may_hold(client):
    body = body_with_everything()
    post = make_post(
        title="<b>&amp; ]]></b>", body=body, tags=["A / B", "C#"], authors=["Ada & Co"]
    )
    assert "<iframe" in post.body
    assert "<table" in post.body
    root = check(client, "/en/atom.xml")
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == post.title
    assert "<iframe" in root.findtext(f"{ATOM}entry/{ATOM}content")


def test_translations_tombstones_deltas_and_hubs(client, settings):
    settings.WEBSUB_HUBS = ("https://hub.example/",)
    make_imported(slug="one", guid="no iri")
    make_imported("zh", slug="one")
    etag = client.get("/atom.xml").headers["ETag"]
    withdraw_post(make_post(), by=None)
    empty = make_post("zh")
    Post.objects.filter(pk=empty.pk).update(summary="", body="", title="")
    for headers in ({}, {"A-IM": "feed", "If-None-Match": etag}):
        assert check(client, "/atom.xml", **headers).findall(DELETED)


def test_an_empty_feed(client):
    withdraw_post(make_post(), by=None)
    check(client, "/en/atom.xml")
