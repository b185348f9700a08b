import pytest

from feeds.formats import FORMATS
from tests.factories import make_many

pytestmark = pytest.mark.django_db

PAGES = {
    "/": 6,
    "/en/": 6,
    "/en/posts/": 6,
    "/en/posts/world/": 7,
    "/en/categories/world/": 7,
    "/en/tags/trade/": 7,
    "/en/sources/example-wire/": 7,
}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_however_many_entries(client, django_assert_num_queries, form):
    make_many(50, tags=["Trade", "AI"], sources=[("Example Wire", "https://a.example/"), ("B", "")])
    for page, number in PAGES.items():
        # One more says what was taken back.
        with django_assert_num_queries(number + form.tells_removals):
            response = client.get(f"{page}{form.file}")
        assert response.status_code == 200
        assert (
            response.content.count(b"isPermaLink=")
            + response.content.count(b"<entry")
            + (response.content.count(b'"content_html"'))
            == 50
        )
