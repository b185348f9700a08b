import pytest

from publication.models import Page
from publication.pictures import ABOVE, unhurried
from tests.factories import make_post, make_publication

from .pages import get

TEXT = f"<p>{'a' * ABOVE}</p>"


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        ('<img src="a">', '<img loading="lazy" src="a">'),
        ('<img src="a" loading="eager">', '<img src="a" loading="eager">'),
        ('<img alt="1 > 0" loading="lazy">', '<img alt="1 > 0" loading="lazy">'),
        ('<img fetchpriority="high" src="a">', '<img fetchpriority="high" src="a">'),
        ('<img alt=" loading=">', '<img loading="lazy" alt=" loading=">'),
        ("<imgs>", "<imgs>"),
    ],
)
def test_what_comes_later_waits(picture, shown):
    assert unhurried(TEXT + picture) == TEXT + shown


def test_what_is_seen_at_once_does_not():
    assert unhurried('<img src="a">' + TEXT) == '<img src="a">' + TEXT


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["post", "page"])
def test_on_a_page(kind):
    body = TEXT + '<p><img src="https://pictures.example/a.png" alt=""></p>'
    if kind == "post":
        shown = make_post(body=body)
    else:
        shown = Page.objects.create(
            publication=make_publication(), path="about", title="About", body=body
        )
    assert get(shown.get_absolute_url()).xpath("//main//img/@loading") == ["lazy"]
