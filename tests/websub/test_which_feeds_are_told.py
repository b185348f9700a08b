import re

import pytest
from django.utils import timezone

from feeds.formats import FORMATS
from feeds.websub.topics import topics_of
from posts.actions import import_post, publish_post, save_post, submit_post, withdraw_post
from posts.actions.imports import Origin
from publication.addresses import absolute
from tests.factories import content, make_draft, make_imported, make_post, make_publication

from .jobs import keys, run_first, waiting

pytestmark = pytest.mark.django_db

SITE = {"all", "en", "en/posts"}


def test_every_list_that_shows_a_new_post(hub, committed):
    draft = make_draft(
        section="world",
        categories=["world", "asia"],
        tags=["Trade"],
        authors=["Ada Lovelace"],
        sources=[("Example Wire", "https://wire.example/1")],
    )
    with committed():
        publish_post(draft, by=None)
    filed = {"en/posts/world", "en/categories/world", "en/categories/asia", "en/tags/trade"}
    named = {"en/authors/ada-lovelace", "en/sources/example-wire"}
    assert keys() == SITE | filed | named


def test_no_list_for_what_readers_do_not_see(hub, committed):
    with committed():
        submit_post(make_draft(), by=None)
    assert waiting() == []


def test_the_old_and_the_new_tag(hub, committed):
    post = make_post(slug="one", tags=["Trade", "Steel"], categories=["world"])
    with committed():
        save_post(post, content(slug="one", tags=["Trade", "Copper"]), by=None)
    assert {"en/tags/steel", "en/tags/copper", "en/tags/trade"} <= keys()


def test_the_old_and_the_new_section(hub, committed):
    post = make_post(slug="one", section="world")
    with committed():
        save_post(post, content(slug="one", section="asia", categories=["asia"]), by=None)
    told = {"en/posts/world", "en/posts/asia", "en/categories/world", "en/categories/asia"}
    assert told <= keys()


def test_the_lists_of_what_is_withdrawn(hub, committed):
    post = make_post(tags=["Trade"])
    with committed():
        withdraw_post(post, by=None)
    assert SITE | {"en/tags/trade"} <= keys()


def test_the_lists_of_a_translation_of_what_is_published(hub, committed):
    make_publication("en"), make_publication("zh")
    make_imported("en", slug="one", tags=["Steel"])
    with committed():
        make_imported("zh", slug="one", tags=["钢铁"])
    assert SITE | {"zh", "zh/tags/钢铁", "en/tags/steel"} <= keys()


def test_nothing_that_another_post_alone_is_on(hub, committed):
    make_post(tags=["Copper"], section="asia", categories=["asia"])
    with committed():
        make_post(tags=["Trade"])
    assert not {"en/tags/copper", "en/posts/asia", "en/categories/asia"} & keys()


def test_news_at_once_and_edits_a_little_later(hub, committed):
    with committed():
        post = make_post(slug="one")
    with committed():
        save_post(post, content(slug="one"), by=None)
    with committed():
        import_post(
            make_publication(),
            content(),
            Origin(guid="x", guid_is_permalink=False, published_at=timezone.now()),
            by=None,
        )
    with committed():
        withdraw_post(post, by=None)
    publish, save, imported, withdraw = waiting()
    assert publish.scheduled_at is None
    assert withdraw.scheduled_at is None
    assert 15 < (save.scheduled_at - timezone.now()).total_seconds() <= 20
    assert 15 < (imported.scheduled_at - timezone.now()).total_seconds() <= 20


def test_in_every_format_and_under_the_address_that_each_gives_as_its_own(hub, committed, client):
    with committed():
        make_post("zh", tags=["中美关系", "C++", "A / B", "100%25", "F#", "é~@"], section="guo-ji")
    changed = keys()
    run_first()
    assert len(hub.topics) == len(set(hub.topics)) == len(changed) * len(FORMATS)
    assert {address.rpartition("/")[2] for address in hub.topics} == {f.file for f in FORMATS}
    for topic in hub.topics:
        response = client.get(topic.removeprefix(absolute("")))
        assert response.status_code == 200, topic
        assert re.findall(r'<([^>]+)>; rel="self"', response.headers["Link"]) == [topic]


def test_what_has_no_feed_has_no_topic():
    assert topics_of("en/about") == []
    assert topics_of("en/tags") == []
    assert topics_of("of/no/such/kind") == []
