"""Feeds, cards and structured data tell of the picture above a post."""

from io import BytesIO

import feedparser
import pytest
from django.core.files.storage import default_storage
from django.test import Client
from lxml import etree
from PIL import Image

from images.actions import save_picture
from posts.models import Post
from posts.share.tasks import draw_share_picture
from tests.factories import make_post
from tests.images.samples import make_picture
from tests.machine.reading import meta, things
from tests.reader.pages import get, path_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    picture = make_picture(credit="Ada Example", focus_x=0.1)
    make_post(slug="a", picture=picture.name, picture_caption="Seen from above")
    make_post(slug="b")
    return picture


def test_rss(picture):
    data = Client().get("/en/index.xml").content
    etree.fromstring(data)
    first, second = feedparser.parse(data).entries
    if not first.get("media_content"):
        first, second = second, first
    [enclosure] = first.enclosures
    assert enclosure["href"].endswith(picture.get_absolute_url())
    assert (enclosure["type"], enclosure["length"]) == ("image/jpeg", str(picture.size))
    [media] = first.media_content
    assert (media["medium"], media["width"], media["height"]) == ("image", "1600", "900")
    assert first.media_credit[0]["content"] == "Ada Example"
    assert b"Seen from above" in data
    assert not second.enclosures
    assert not second.get("media_content")


def test_atom_and_json(picture):
    entries = feedparser.parse(Client().get("/en/atom.xml").content).entries
    [enclosure] = [one for entry in entries for one in entry.enclosures]
    assert enclosure["href"].endswith(picture.get_absolute_url())
    assert enclosure["title"] == "Seen from above"
    items = Client().get("/en/feed.json").json()["items"]
    [image] = [item["image"] for item in items if "image" in item]
    assert image == enclosure["href"]


def test_a_client_hears_of_a_new_credit(picture):
    before = Client().get("/en/index.xml")
    picture.credit = "Ben Example"
    save_picture(picture, by=None)
    again = Client().get("/en/index.xml", headers={"If-None-Match": before["ETag"]})
    assert again.status_code == 200
    assert b"Ben Example" in again.content
    news = Client().get("/en/index.xml", headers={"If-None-Match": before["ETag"], "A-IM": "feed"})
    assert [entry.title for entry in feedparser.parse(news.content).entries] != []


def test_links_to_the_post_show_it_cut_to_their_shape(picture):
    post = Post.objects.get(slug="a")
    draw_share_picture(post.pk)
    post.refresh_from_db()
    assert post.share_picture.endswith(".jpg")
    [address] = meta(get("/en/posts/world/a/"), "og:image")
    assert meta(get("/en/posts/world/a/"), "og:image:alt") == ["A white disc"]
    response = Client().get(path_of(address))
    assert response["Content-Type"] == "image/jpeg"
    with Image.open(BytesIO(b"".join(response.streaming_content))) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
    picture.focus_x = 0.9
    save_picture(picture, by=None)
    draw_share_picture(post.pk)
    assert len(default_storage.listdir("share")[1]) == 1
    assert meta(get("/en/posts/world/a/"), "og:image") != [address]


def test_structured_data_names_it_first(picture):
    first = things("/en/posts/world/a/")["NewsArticle"]["image"][0]
    assert first["url"].endswith(picture.get_absolute_url())
    assert (first["caption"], first["creditText"]) == ("Seen from above", "Ada Example")
