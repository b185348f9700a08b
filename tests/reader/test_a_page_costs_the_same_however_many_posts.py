"""What asks the database once for each post, tag or source makes a page slow as the site grows."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from posts.actions import correct_post, save_post
from posts.content import CitationContent
from posts.models import Post
from posts.snapshot import content_of
from publication.models import Page
from tests.factories import make_imported, make_many, make_publication
from tests.quality.pages import PAGES

pytestmark = pytest.mark.django_db

FIRST = {name: path for name, path in PAGES.items() if not name.endswith("-page")}
LATER = {name: path for name, path in PAGES.items() if name.endswith("-page")}


def costs(pages: dict[str, str]) -> dict[str, int]:
    """The queries of pages, by the names of their routes."""
    found = {}
    for name, path in pages.items():
        address = f"/en/{path}"
        # The first page of a list after a change of it counts its posts: `posts.sizes`.
        assert Client().get(address).status_code == 200, address
        with CaptureQueriesContext(connection) as asked:
            Client().get(address)
        found[name] = len(asked)
    return found


def make(number: int) -> None:
    """Posts for every list."""
    make_many(
        number,
        tags=["Trade"],
        authors=["Ada Example"],
        sources=[("Reuters", f"https://www.reuters.com/{number}")],
    )


def grow() -> None:
    """More of everything that pages list, and more on the post that one of them shows."""
    make(108)
    for number in range(6):
        make_imported(
            tags=["Trade", f"Trade {number}"],
            categories=["world", f"World {number}"],
            authors=["Ada Example", f"Author {number}"],
            sources=[(f"Paper {number}", f"https://paper-{number}.example/")],
        )
    post = Post.objects.get(slug="rich")
    more = replace(
        content_of(post),
        tags=("Trade", *(f"Trade {number}" for number in range(5))),
        categories=("world", "World 1", "World 2"),
        authors=("Ada Example", "Author 1", "Author 2"),
        citations=tuple(
            CitationContent(label=f"Paper {number}", url=f"https://paper-{number}.example/rich")
            for number in range(4)
        ),
    )
    post = save_post(post, more, by=None)
    for text in ("The date was wrong.", "The name was wrong."):
        correct_post(post, text, by=None)


def test_of_every_kind():
    make_publication("zh")
    Page.objects.create(publication=make_publication(), path="about", title="About")
    make(11)
    make_imported(slug="rich", tags=["Trade"], authors=["Ada Example"], sources=[("Reuters", "")])
    few = costs(FIRST)
    grow()
    assert costs(FIRST) == few
    for name, cost in costs(LATER).items():
        assert cost <= few[name.removesuffix("-page")], name
