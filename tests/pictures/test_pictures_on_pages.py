"""What readers get of a picture: the copies that are made, its place, and who made it."""

import pytest
from django.test import Client

from images.rendering import render_picture
from posts.actions import save_post
from tests.factories import content, make_post
from tests.images.samples import make_picture
from tests.reader.pages import get

pytestmark = pytest.mark.django_db


ADDRESS = "/en/posts/world/a/"


def test_the_picture_of_a_post_stands_above_its_text():
    picture = render_picture(make_picture(credit="Ada Example", licence="CC BY 4.0"))
    make_post(slug="a", picture=picture.name, picture_caption="Seen from above")
    [figure] = get(ADDRESS).xpath("//header//figure")
    avif, webp = figure.xpath(".//source")
    assert (avif.get("type"), webp.get("type")) == ("image/avif", "image/webp")
    assert [one.split()[1] for one in avif.get("srcset").split(", ")] == [
        "480w",
        "960w",
        "1440w",
        "1600w",
    ]
    [image] = figure.xpath(".//img")
    assert (image.get("width"), image.get("height"), image.get("alt")) == (
        "1600",
        "900",
        "A white disc",
    )
    assert image.get("loading") is None
    said = " ".join(figure.text_content().split())
    assert said == "Seen from above Ada Example · CC BY 4.0"


def test_every_copy_that_a_page_names_is_there():
    picture = render_picture(make_picture())
    make_post(slug="a", picture=picture.name)
    for source in get(ADDRESS).xpath("//source"):
        for address in source.get("srcset").split(", "):
            response = Client().head(address.split()[0])
            assert response.status_code == 200
            assert response["Content-Type"] == source.get("type")


def test_a_picture_without_copies_is_shown_as_it_is():
    picture = make_picture()
    make_post(slug="a", picture=picture.name)
    assert not get(ADDRESS).xpath("//source")
    [image] = get(ADDRESS).xpath("//header//figure//img")
    assert image.get("src") == picture.get_absolute_url()


def test_one_in_the_text_has_its_copies_too():
    picture = render_picture(make_picture(alts={"en": "A disc", "zh": "圆盘"}))
    far = "<p>" + "words " * 200 + "</p>"
    make_post(
        slug="a",
        body=f'{far}<figure id="f"><img src="{picture.get_absolute_url()}" class="align-left"'
        ' align="left" alt="a &gt; &quot;b&quot;"><figcaption>Below</figcaption></figure>',
    )
    [image] = get(ADDRESS).xpath("//figure[@id='f']/picture//img")
    assert image.get("alt") == 'a > "b"'
    assert (image.get("class"), image.get("align")) == ("align-left", None)
    assert (image.get("width"), image.get("height")) == ("1600", "900")
    assert image.get("loading") == "lazy"


def test_one_without_a_text_takes_that_of_its_language():
    picture = make_picture(alts={"en": "A disc", "zh": "圆盘"})
    make_post("zh", slug="a", body=f'<p><img src="{picture.get_absolute_url()}"></p>')
    [image] = get("/zh/posts/world/a/").xpath("//main//img")
    assert (image.get("alt"), image.get("loading")) == ("圆盘", None)


def test_pictures_of_others_and_unknown_ones_stay_as_they_are():
    unknown, foreign = f"/media/{'f' * 20}.jpg", "https://a.example/b.png"
    body = f'<p><img src="{unknown}" alt="x"><img src="{foreign}" alt=""></p>'
    make_post(slug="a", body=body)
    assert body in Client().get(ADDRESS).text


def test_the_lead_of_the_front_page_shows_its_picture_cut():
    picture = make_picture(focus_y=0.1, credit="Ada Example")
    make_post(slug="a", picture=picture.name, picture_caption="Seen from above")
    [figure] = get("/en/").xpath("//*[@class='lead']/figure")
    assert set(figure.get("class").split()) == {"figure", "cut", "focus-top"}
    assert "Ada Example" in figure.text_content()
    assert "Seen from above" not in figure.text_content()


def test_it_is_gone_with_the_next_save():
    picture = make_picture()
    post = make_post(slug="a", picture=picture.name)
    save_post(post, content(slug="a"), by=None)
    assert not get(ADDRESS).xpath("//figure")
