"""An editor uploads a picture and chooses it for a post, above its text and in it."""

import pytest

from images.models import Picture
from images.tasks import render
from posts.models import Post
from taxonomy.models import Category
from tests.browser.editor import button, open_editor, text_of
from tests.images.samples import jpeg


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def test_from_the_upload_to_the_reader(desk, publication):
    Category.objects.ensure("en", ["World"])
    desk.goto("/admin/images/picture/add/")
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    desk.get_by_label("File").set_input_files(file)
    desk.get_by_label("What it shows").fill("A white disc")
    desk.get_by_label("Credit").fill("Ada Example")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.wait_for_url("**/admin/images/picture/")
    picture = Picture.objects.get()
    desk.goto(f"/admin/images/picture/{picture.pk}/change/")
    preview = desk.locator(".picture-preview img")
    box = preview.bounding_box()
    preview.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.wait_for_url("**/admin/images/picture/")
    picture.refresh_from_db()
    assert (picture.focus_x, picture.focus_y) == pytest.approx((0.25, 0.75), abs=0.02)

    text = open_editor(desk, "/admin/posts/post/add/")
    desk.locator("#id_title").fill("Disc seen")
    text.click()
    text.press_sequentially("It was white.")
    text.press("Enter")
    desk.get_by_role("button", name="Insert a picture").click()
    chooser = desk.get_by_role("dialog", name="Choose a picture")
    chooser.get_by_role("button", name="A white disc").click()
    image = text_of(desk).locator("figure img")
    image.wait_for()
    assert image.evaluate("image => image.complete || image.decode().then(() => true)")
    desk.get_by_role("button", name="Choose…").click()
    chooser.get_by_label("Search").fill("disc")
    chooser.get_by_role("button", name="A white disc").click()
    desk.get_by_label("Caption").fill("Seen from above")
    desk.get_by_label("Section").select_option(label="World")
    button(desk, "Publish now").click()
    desk.get_by_text("it is published").wait_for()

    post = Post.objects.get()
    assert (post.picture, post.picture_caption) == (picture, "Seen from above")
    assert f'src="{picture.get_absolute_url()}"' in post.body
    render(picture.pk)
    desk.goto(post.get_absolute_url())
    for place in (".post-head figure img", ".prose figure img"):
        shown = desk.locator(place)
        shown.scroll_into_view_if_needed()
        desk.wait_for_function("place => document.querySelector(place).naturalWidth > 0", arg=place)
        assert shown.evaluate("image => image.currentSrc").endswith(".avif")
    desk.goto(f"/admin/posts/post/{post.pk}/change/")
    text_of(desk)
    button(desk, "Save").first.click()
    desk.get_by_text("Nothing was changed").wait_for()
