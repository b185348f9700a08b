"""Editors upload pictures, say what they show, and choose them for posts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from images.models import Picture
from posts.models import Post
from taxonomy.models import Category
from tests.factories import make_draft, make_editor, make_post, make_publication
from tests.images.samples import drawn, encoded, jpeg, make_picture

from .forms import edit, new_post, only_post, send, typed

ADD = "/admin/images/picture/add/"

pytestmark = pytest.mark.usefixtures("uploads", "editor")


@pytest.fixture
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def editor(client, db):
    make_publication()
    make_publication("zh")
    Category.objects.ensure("en", ["World"])
    client.force_login(make_editor())


def upload(client, data, **values):
    file = SimpleUploadedFile("holiday.jpg", data, content_type="image/jpeg")
    filled = typed(client, ADD, form_id="picture_form", **values)
    return send(client, ADD, {**filled, "upload": file})


def test_an_upload_is_stored_with_what_is_said_of_it(client):
    response = upload(client, jpeg(), alt_en="A white disc", credit="Ada Example", focus_x="0.2")
    assert not response.errors
    picture = Picture.objects.get()
    assert (picture.alts, picture.credit) == ({"en": "A white disc"}, "Ada Example")
    assert (picture.width, picture.height, picture.focus_x) == (1600, 900, 0.2)


@pytest.mark.parametrize(
    ("data", "values", "said"),
    [
        (b"GIF89a, or so it says", {"alt_en": "A"}, "no picture that can be used"),
        (b"", {"alt_en": "A"}, "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", {"alt_en": "A"}, "no picture"),
        (jpeg()[:4000], {"alt_en": "A"}, "damaged"),
        (jpeg(), {}, "Say what the picture shows"),
        (jpeg(), {"alt_en": "A", "is_decorative": "on"}, "not decorative"),
        (jpeg(), {"alt_en": "A", "focus_x": "7"}, "between 0 and 1"),
        (jpeg(), {"alt_en": "A", "source_url": "javascript:alert(1)"}, "valid URL"),
    ],
)
def test_what_cannot_be_stored_is_said(client, data, values, said):
    response = upload(client, data, **values)
    assert said in " ".join(response.errors)
    assert not Picture.objects.exists()


def test_the_same_file_is_found_instead_of_stored_twice(client):
    upload(client, jpeg(), alt_en="A white disc")
    response = upload(client, jpeg(), alt_en="Again")
    assert "is here already" in " ".join(response.errors)
    assert Picture.objects.count() == 1


def test_what_is_said_can_be_changed_and_the_other_languages_stay(client):
    picture = make_picture(alts={"en": "A", "fr": "Un"})
    address = f"/admin/images/picture/{picture.pk}/change/"
    send(client, address, typed(client, address, form_id="picture_form", alt_zh="圆盘"))
    picture.refresh_from_db()
    assert picture.alts == {"en": "A", "zh": "圆盘", "fr": "Un"}


def test_one_in_use_is_not_deleted(client):
    picture = make_picture()
    make_draft(picture=picture.name, title="Holds it")
    address = f"/admin/images/picture/{picture.pk}/delete/"
    assert "Holds it" in client.get(f"/admin/images/picture/{picture.pk}/change/").text
    client.post(address, {"post": "yes"})
    assert Picture.objects.exists()
    Post.objects.all().delete()
    client.post(address, {"post": "yes"})
    assert not Picture.objects.exists()


def test_a_post_takes_a_picture_and_a_caption(client):
    picture = make_picture()
    send(
        client,
        "/admin/posts/post/add/",
        new_post(client, picture=picture.name, picture_caption="The disc"),
    )
    post = only_post()
    assert (post.picture, post.picture_caption) == (picture, "The disc")
    response = send(client, edit(post), typed(client, edit(post), picture="", verb="publish"))
    assert not response.errors
    post.refresh_from_db()
    assert (post.picture, post.picture_caption) == (None, "")


def test_one_that_is_not_there_is_refused_and_nothing_is_lost(client):
    data = new_post(client, picture="f" * 20, title="Typed with care")
    response = send(client, "/admin/posts/post/add/", data)
    assert "no such picture" in " ".join(response.errors)
    assert "Typed with care" in response.text
    assert not Post.objects.exists()


def test_a_text_is_edited_at_the_desk_and_stored_as_readers_know_it(client):
    picture = make_picture()
    body = f'<p>a</p><figure><img src="{picture.get_absolute_url()}" alt="b"></figure>'
    post = make_post(body=body)
    data = typed(client, edit(post), verb="publish")
    assert picture.desk_address in data["body"][0]
    assert picture.get_absolute_url() not in data["body"][0]
    response = send(client, edit(post), data)
    assert "Nothing was changed" in response.text
    desk_body = data["body"][0].replace("<p>a</p>", "<p>c</p>")
    send(client, edit(post), typed(client, edit(post), verb="publish", body=desk_body))
    post.refresh_from_db()
    assert post.body == body.replace("<p>a</p>", "<p>c</p>")


def test_those_who_write_see_files_that_readers_do_not(client):
    picture = make_picture()
    assert client.get(picture.get_absolute_url()).status_code == 404
    found = client.head(picture.desk_address)
    assert (found.status_code, found["Content-Type"]) == (200, "image/jpeg")
    assert "private" in found["Cache-Control"]
    client.force_login(make_editor("cook", "add_redirect"))
    assert client.get(picture.desk_address).status_code == 403
    client.logout()
    assert client.get(picture.desk_address).status_code == 302


def test_pictures_are_found_by_what_is_said_of_them(client):
    make_picture("steelblue", alts={"en": "A white disc", "zh": "白色圆盘"}, credit="Ada")
    make_picture("tomato", alts={"en": "A bridge"})
    choose = "/admin/images/picture/choose/"
    assert len(client.get(choose).json()["pictures"]) == 2
    [found] = client.get(choose, {"q": "圆盘", "language": "zh"}).json()["pictures"]
    assert (found["alt"], found["credit"]) == ("白色圆盘", "Ada")
    assert client.get(choose, {"q": "%"}).json()["pictures"] == []


def test_a_drawing_one_can_see_through_stays_one(client):
    upload(client, encoded(drawn(mode="RGBA"), "PNG"), alt_en="A")
    assert Picture.objects.get().extension in ("png", "jpg")


@pytest.mark.parametrize("role", ["Contributor", "Author"])
def test_who_may_not_change_one_sees_what_is_said_of_it(publication, role):
    from tests.desk.conftest import signed_in
    from tests.factories import make_member

    picture = make_picture(alts={"en": "A white disc", "zh": "白色圆盘"}, credit="Ada")
    client = signed_in(make_member(role))
    page = client.get(f"/admin/images/picture/{picture.pk}/change/")
    assert page.status_code == 200
    for said in ("A white disc", "白色圆盘", "Ada", "nothing yet"):
        assert said in page.text
    assert 'name="credit"' not in page.text
    assert client.post(f"/admin/images/picture/{picture.pk}/change/", {}).status_code == 403
