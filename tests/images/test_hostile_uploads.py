"""What is no picture, or made to do harm, is refused with a word on what to do."""

import struct
import zlib

import pytest
from PIL import Image

from tests.images.samples import drawn, encoded, jpeg, master_of, refusal

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def png_that_claims(width, height):
    def chunk(kind, data):
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 10_000))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        SVG,
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a<script>alert(1)</script>",
        b"\xff\xd8\xff\xe0 not a picture",
        b"%PDF-1.7",
        b"P6 1 1 255 abc",
        b"8BPS\0\1",
        b"\0" * 1000,
    ],
)
def test_what_is_no_picture(data):
    assert refusal(data)[0] in {"no-picture", "damaged"}


def test_formats_that_need_other_programs_are_not_even_tried():
    assert refusal(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")[0] == "no-picture"
    assert refusal(encoded(drawn(), "TIFF"))[0] == "no-picture"


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_000, 9_000), (9_000, 7_000)])
def test_a_bomb_is_not_decoded(size, monkeypatch):
    def explode(*_args):
        raise AssertionError("decoded")

    monkeypatch.setattr("images.raster._rewritten", explode)
    code, message = refusal(png_that_claims(*size))
    assert (code, "60 megapixels" in message) == ("too-many-pixels", True)


def test_a_file_that_is_too_large():
    code, message = refusal(jpeg(), most_bytes=2_000)
    assert code == "too-large"
    assert "smaller copy" in message


def test_an_empty_file():
    assert refusal(b"")[0] == "empty"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_file_that_is_cut_off(kind):
    data = encoded(Image.effect_noise((400, 300), 80).convert("RGB"), kind)
    for share in (0.3, 0.6, 0.9):
        assert refusal(data[: int(len(data) * share)])[0] in {"damaged", "no-picture"}


def test_garbage_in_the_middle_never_breaks_more_than_the_upload():
    for kind in ("JPEG", "PNG", "WEBP", "AVIF", "GIF"):
        data = encoded(drawn(200, 100), kind)
        for place in range(0, len(data), max(1, len(data) // 60)):
            broken = data[:place] + b"\xff\x00\x7f" + data[place + 3 :]
            assert refusal(broken) is None or refusal(broken)[0] in {
                "damaged",
                "no-picture",
                "too-many-pixels",
                "animated",
            }


def test_what_moves_is_refused():
    frames = [drawn(80, 40, colour) for colour in ("red", "green")]
    for kind in ("GIF", "WEBP", "PNG"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        assert refusal(data)[0] == "animated"


def test_a_picture_with_something_behind_it_is_only_a_picture():
    for payload in (SVG, b"PK\x03\x04evil", b"<?php system($_GET[0]); ?>"):
        assert payload not in master_of(jpeg() + payload).data
