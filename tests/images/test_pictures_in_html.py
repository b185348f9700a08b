"""What a text shows of our pictures, and what it only speaks of."""

import pytest

from images.addresses import for_desk, name_of, names_in

A, B = "a" * 20, "b" * 20


def test_pictures_that_are_shown_each_once():
    html = f'<img src="/media/{A}.jpg" alt=""><img alt="" src="/media/{B}-480.webp">'
    assert names_in(html + html) == [A, B]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>/media/{A}.jpg</p>",
        f'<a href="/media/{A}.jpg">x</a>',
        f'<img src="https://elsewhere.example/media/{A}.jpg">',
        f'<img src="/media/{A}.svg">',
        f'<img src="/media/{A[1:]}.jpg">',
    ],
)
def test_nothing_else(html):
    assert names_in(html) == []
    assert for_desk(html) == html


def test_editors_see_them_at_the_desk():
    html = f'<p>/media/{A}.jpg <img src="/media/{A}-480.avif" alt=""></p>'
    assert for_desk(html) == (
        f'<p>/media/{A}.jpg <img src="/admin/images/picture/file/{A}-480.avif" alt=""></p>'
    )


def test_a_file_tells_its_picture():
    assert (name_of(f"{A}-960.webp"), name_of(f"{A}.png"), name_of("share")) == (A, A, "")
