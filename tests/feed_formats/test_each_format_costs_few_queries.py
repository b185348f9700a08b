import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feeds.formats import FORMATS
from tests.factories import make_many, make_post

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/en/",
    "/en/posts/",
    "/en/posts/world/",
    "/en/categories/world/",
    "/en/tags/trade/",
    "/en/sources/example-wire/",
]
ENTRY = {"RSS": b"<item>", "Atom": b"<entry ", "JSON Feed": b'"content_html"'}
MOST = 8
POST = {"tags": ["Trade", "AI"], "sources": [("Example Wire", "https://a.example/"), ("B", "")]}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_however_many_entries(client, form, monkeypatch):
    """With the publications known, as they are to a server that is not just starting."""
    monkeypatch.setattr("publication.known.SECONDS", 60.0)

    def costs(entries):
        numbers = []
        for page in PAGES:
            with CaptureQueriesContext(connection) as queries:
                response = client.get(f"{page}{form.file}")
            assert response.content.count(ENTRY[form.name]) == entries
            numbers.append(len(queries))
        return numbers

    make_post(**POST)
    client.get("/en/")
    of_one = costs(1)
    make_many(49, **POST)
    assert costs(50) == of_one
    assert max(of_one) <= MOST
