import pytest

from tests.factories import make_imported, make_post, make_publication

pytestmark = pytest.mark.django_db


def test_as_xml_in_the_publications_language_and_zone(client):
    make_post("zh", body="<p>正文</p>", sources=[("路透社", "https://www.reuters.com/a/")])
    response = client.get("/zh/index.xml")
    text = response.content.decode()
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert "<language>zh</language>" in text
    assert "+0800</pubDate>" in text
    assert "来源: " in text


def test_a_new_guid_is_no_permalink_and_an_imported_one_is_as_it_was(client):
    ours, theirs = make_post(), make_imported(guid="https://old.example/1")
    text = client.get("/en/index.xml").content.decode()
    assert f'<guid isPermaLink="false">{ours.guid}</guid>' in text
    assert f"<guid>{theirs.guid}</guid>" in text


def test_an_empty_feed_has_no_date(client):
    make_publication()
    assert b"lastBuildDate" not in client.get("/en/index.xml").content


def test_authors_are_named_and_else_the_publication(client):
    make_post(authors=["Ada Lovelace", "Alan Turing"])
    make_post()
    text = client.get("/en/index.xml").content.decode()
    assert "<dc:creator>Ada Lovelace</dc:creator><dc:creator>Alan Turing</dc:creator>" in text
    assert text.count("<dc:creator>The Desk</dc:creator>") == 2
