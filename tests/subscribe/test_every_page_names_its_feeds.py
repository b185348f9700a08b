import pytest
from django.test import Client

from tests.factories import make_post
from tests.reader.pages import get

pytestmark = pytest.mark.django_db

FORMATS = {
    "application/rss+xml": "index.xml",
    "application/atom+xml": "atom.xml",
    "application/feed+json": "feed.json",
}


def named(address: str) -> list[tuple[str, str]]:
    """The title and address of each feed that a page names."""
    links = get(address).xpath("//head/link[@rel='alternate'][@type]")
    for link in links:
        assert link.get("href").endswith(f"/{FORMATS[link.get('type')]}")
        assert Client().get(link.get("href")).status_code == 200
    return [(link.get("title"), link.get("href")) for link in links]


def of(title: str, path: str) -> list[tuple[str, str]]:
    return [
        (title, f"{path}index.xml"),
        (f"{title} (Atom)", f"{path}atom.xml"),
        (f"{title} (JSON Feed)", f"{path}feed.json"),
    ]


SITE = of("The Daily Test", "/en/")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/en/tags/trade/", "Trade"),
        ("/en/categories/world/", "World"),
        ("/en/posts/world/", "World"),
        ("/en/posts/", "All posts"),
        ("/en/authors/ada/", "Ada"),
        ("/en/sources/reuters/", "Reuters"),
    ],
)
def test_a_list_names_its_own_and_the_sites(path, name):
    make_post(authors=["Ada"], sources=[("Reuters", "https://www.reuters.com/1")])
    assert named(path) == [*of(f"{name} on The Daily Test", path), *SITE]


def test_a_post_names_that_of_its_first_tag():
    post = make_post(tags=["C++", "AI"])
    feeds = of("C++ on The Daily Test", "/en/tags/c++/")
    assert named(post.get_absolute_url()) == [*feeds, *SITE]


@pytest.mark.parametrize("path", ["/en/", "/en/subscribe/", "/en/tags/"])
def test_every_other_page_names_the_sites(path):
    make_post()
    assert named(path) == SITE


def test_a_list_shows_its_feeds_to_readers():
    make_post()
    links = get("/en/tags/trade/").xpath("//main/header//a[@type]")
    assert [link.text for link in links] == ["RSS", "Atom", "JSON Feed"]
