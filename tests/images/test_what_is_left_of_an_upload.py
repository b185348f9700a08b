"""The pixels, upright and in sRGB, and nothing else of the file."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from tests.images.samples import drawn, encoded, jpeg, master_of, opened

GPS = 0x8825


def with_place():
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (48.0, 51.0, 24.0)
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_place_no_camera_no_comment(kind):
    data = encoded(drawn(), kind, exif=with_place(), xmp=b"<x:xmpmeta>Secret</x:xmpmeta>")
    assert b"Secret" in data
    master = master_of(data)
    image = opened(master)
    assert not image.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
    assert b"Secret" not in master.data


@pytest.mark.parametrize(("orientation", "size"), [(1, (80, 40)), (3, (80, 40)), (6, (40, 80))])
def test_it_is_turned_upright(orientation, size):
    image = Image.new("RGB", (80, 40), "white")
    image.paste("red", (0, 0, 20, 40))
    exif = Image.Exif()
    exif[0x0112] = orientation
    master = master_of(encoded(image, quality=95, exif=exif))
    assert (master.width, master.height) == opened(master).size == size
    corner = {1: (5, 20), 3: (75, 20), 6: (20, 5)}[orientation]
    red, green, _blue = opened(master).getpixel(corner)
    assert red > 200 > 60 > green


def test_a_large_one_is_made_smaller():
    master = master_of(jpeg(4000, 3000))
    assert (master.width, master.height) == (2048, 1536)


def test_a_small_one_is_not_made_larger():
    master = master_of(jpeg(100, 50))
    assert (master.width, master.height) == (100, 50)


def test_colours_are_brought_to_srgb():
    # A profile under which the same numbers mean another colour.
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    strange = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    for profile in (lab, strange):
        data = encoded(drawn(), icc_profile=profile.tobytes())
        assert opened(master_of(data)).getpixel((0, 0))[2] > 150  # of no use: left as it stands


@pytest.mark.parametrize("mode", ["L", "P", "1", "LA", "CMYK", "I;16", "YCbCr"])
def test_every_mode_becomes_rgb(mode):
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    image = (
        drawn(mode="I").point(lambda value: value * 257).convert("I;16")
        if mode == "I;16"
        else (drawn(mode=mode))
    )
    shown = opened(master_of(encoded(image, kind)))
    assert shown.mode == "RGB"
    white, blue = shown.getpixel((600, 337)), shown.getpixel((5, 5))
    assert min(white) > 240
    assert max(blue) < 210 or mode == "1"


def test_what_one_can_see_through_stays_so():
    image = drawn(mode="RGBA")
    image.putalpha(90)
    master = master_of(encoded(image, "PNG"))
    assert (master.extension, opened(master).mode) == ("png", "RGBA")
    assert opened(master).getpixel((5, 5))[3] == 90


def test_a_drawing_stays_sharp_and_a_photograph_small():
    assert master_of(encoded(drawn(), "PNG")).extension == "png"
    noise = Image.effect_noise((800, 600), 90).convert("RGB")
    assert master_of(encoded(noise, "PNG")).extension == "jpg"


def test_a_gif_is_drawn_anew():
    data = encoded(drawn(mode="P"), "GIF") + b"<script>alert(1)</script>"
    master = master_of(data)
    assert b"script" not in master.data
    assert Image.open(BytesIO(master.data)).format in {"JPEG", "PNG"}
