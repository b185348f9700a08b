"""Nothing has such an address, and to ask for it breaks nothing."""

import pytest

from tests.factories import make_post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/en/%00/",
        "/en/posts/world/a%00/",
        "/en/posts/%00/index.xml",
        "/en/tags/%00/",
        "/en/archive/%00/",
        "/media/%00",
    ],
)
def test_it_is_not_found(client, path):
    make_post(slug="a")
    assert client.get(path).status_code == 404
