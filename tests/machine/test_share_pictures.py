from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from PIL import Image, ImageChops

from posts.actions import withdraw_post
from posts.models import Post
from posts.share import fonts
from posts.share.drawing import Matter, draw
from posts.share.tasks import draw_share_picture
from tests.factories import make_post
from tests.reader.pages import get, path_of

from .reading import meta, things

ENGLISH = Matter("en", "The Daily Test", "World", "Trade talks resume in Geneva", "26 April 2026")
CHINESE = Matter("zh-hans", "每日测试", "国际", "贸易谈判在日内瓦恢复", "2026年4月26日")


@pytest.fixture
def post(db, settings, tmp_path) -> Post:
    settings.MEDIA_ROOT = tmp_path
    post = make_post(slug="a")
    draw_share_picture(post.pk)
    post.refresh_from_db()
    return post


@pytest.fixture
def no_fonts(monkeypatch):
    """A machine without any font of its own: Pillow brings one, for Latin letters."""
    monkeypatch.setattr(fonts, "_paths", lambda: ())


def is_drawn(matter: Matter, box: tuple[int, int, int, int] = (60, 180, 1140, 530)) -> bool:
    """Whether there is anything where the headline stands."""
    image = Image.open(BytesIO(draw(matter))).convert("RGB").crop(box)
    paper = Image.new("RGB", image.size, image.getpixel((0, 0)))
    return ImageChops.difference(image, paper).getbbox() is not None


@pytest.mark.parametrize("title", ["Short", "A word " * 60, "W" * 300, "芯片" * 150])
def test_any_headline_makes_a_small_picture_of_the_right_size(title):
    data = draw(Matter("en", "The Daily Test", "World", title, "26 April 2026"))
    assert len(data) <= 100 * 1024
    assert Image.open(BytesIO(data)).size == (1200, 630)


@pytest.mark.usefixtures("no_fonts")
def test_without_a_font_a_headline_is_left_out():
    assert is_drawn(ENGLISH)
    assert not is_drawn(CHINESE)


def test_pages_name_it_and_it_is_served_for_long(post):
    [address] = meta(get("/en/posts/world/a/"), "og:image")
    assert meta(get("/en/posts/world/a/"), "twitter:card") == ["summary_large_image"]
    assert things("/en/posts/world/a/")["NewsArticle"]["image"][0]["url"] == address
    response = Client().get(path_of(address))
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    with Image.open(BytesIO(b"".join(response.streaming_content))) as image:
        assert image.size == (1200, 630)
    response.close()


def test_a_new_headline_makes_a_new_one_and_leaves_nothing(post):
    before, old = post.share_picture, path_of(meta(get("/en/posts/world/a/"), "og:image")[0])
    Post.objects.filter(pk=post.pk).update(title="Another headline")
    call_command("make_share_pictures")
    post.refresh_from_db()
    assert post.share_picture != before
    assert default_storage.listdir("share")[1] == [post.share_picture.removeprefix("share/")]
    assert Client().get(old).status_code == 302


def test_what_is_withdrawn_has_none(post):
    address = path_of(meta(get("/en/posts/world/a/"), "og:image")[0])
    withdraw_post(post, by=None)
    assert Client().get(address).status_code == 404
    draw_share_picture(post.pk)
    assert default_storage.listdir("share")[1] == []
