"""A batch asks the database as often for two hundred posts as for ten."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from images.models import Picture
from posts.actions import import_posts
from posts.content import CitationContent
from posts.models import ShownPicture
from tests.factories import make_publication

from .arriving import arrival

pytestmark = pytest.mark.django_db

NEW, AGAIN, CHANGED = 69, 9, 71


def batch(kind: str, number: int, picture: str) -> list:
    return [
        arrival(
            f"{kind}-{place}",
            "zh" if place % 2 else "en",
            body=f'<p>Text</p><img src="/media/{picture}.jpg" alt="A">',
            tags=(f"{kind} {place}", "Trade"),
            categories=("tech", f"{kind} {place}"),
            citations=(
                CitationContent(label=f"{kind} {place}", url=f"https://{kind}-{place}.example/"),
                CitationContent(label="Wire"),
            ),
            authors=(f"{kind} {place}",),
            translation=f"{kind} {place // 2}",
            old_paths=(f"/{kind}/{place}.html", "/robots.txt"),
        )
        for place in range(number)
    ]


@pytest.fixture
def picture() -> str:
    name = "0123456789abcdef0123"
    Picture.objects.create(
        name=name, digest=name, extension="jpg", width=1, height=1, size=1, is_decorative=True
    )
    return name


def queries_of(arrivals: list, outcome: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        taken = import_posts(arrivals, by=None)
    assert {one.outcome for one in taken} == {outcome}
    return len(queries)


def test_new_unchanged_and_changed(picture):
    make_publication("en"), make_publication("zh")
    import_posts(batch("once", 2, picture), by=None)
    for kind, number in (("some", 10), ("many", 200)):
        arrivals = batch(kind, number, picture)
        assert queries_of(arrivals, "created") == NEW, number
        assert queries_of(arrivals, "unchanged") == AGAIN, number
        changed = [
            replace(one, content=replace(one.content, title="New", slug=f"{one.content.slug}-new"))
            for one in arrivals
        ]
        assert queries_of(changed, "updated") == CHANGED, number
    assert ShownPicture.objects.count() == 212
