"""The address of an XML feed, opened in a browser, can be read by people."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

from feeds.formats import FORMATS
from tests.factories import make_post

pytestmark = pytest.mark.django_db

SHEET = re.compile(r'<\?xml-stylesheet href="([^"]+)" media="screen" type="text/css"\?>')


def sheets(client, address):
    return SHEET.findall(client.get(address).content.decode())


@pytest.mark.parametrize("file", ["index.xml", "atom.xml", "archive/2026-04.xml"])
def test_they_are_our_own_files_in_the_feeds_language(client, file):
    make_post()
    make_post("zh")
    assert sheets(client, f"/en/{file}") == ["/static/feed.css"]
    assert sheets(client, f"/zh/{file}") == ["/static/feed.css", "/static/feed-zh.css"]
    for address in sheets(client, f"/zh/{file}"):
        assert finders.find(urlsplit(address).path.removeprefix("/static/"))


def test_they_stand_before_the_root_and_after_the_declaration(client):
    make_post()
    for address in ("/en/index.xml", "/en/atom.xml"):
        text = client.get(address).content.decode()
        assert re.match(r"<\?xml [^>]*\?>\n<\?xml-stylesheet [^>]*\?><(rss|feed) ", text)


def test_the_policy_lets_them_in(client):
    make_post()
    response = client.get("/en/index.xml")
    assert "style-src 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"


def test_json_has_none(client):
    make_post()
    assert b"feed.css" not in client.get("/en/feed.json").content


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_release_that_writes_other_bytes_changes_the_etag(client, form, monkeypatch):
    make_post()
    before = client.get(f"/en/{form.file}").headers["ETag"]
    assert client.get(f"/en/{form.file}").headers["ETag"] == before
    monkeypatch.setattr(form, "revision", "next")
    assert client.get(f"/en/{form.file}").headers["ETag"] != before


def test_so_does_another_stylesheet(client, monkeypatch):
    make_post()
    before = [client.get(f"/en/{form.file}").headers["ETag"] for form in FORMATS]
    monkeypatch.setattr("feeds.formats.stylesheets.static", "/static/other-{}".format)
    after = [client.get(f"/en/{form.file}").headers["ETag"] for form in FORMATS]
    changed = [old != new for old, new in zip(before, after, strict=True)]
    assert changed == [form.name != "JSON Feed" for form in FORMATS]
