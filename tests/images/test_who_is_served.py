"""A picture is served while something public shows it."""

import pytest

from images import public
from tests.images.samples import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(monkeypatch):
    """The names of the pictures that readers may see."""
    names = set()

    class Wall:
        def shows(self, name):
            return name in names

        def uses(self, name):
            return []

    monkeypatch.setattr(public, "_showers", [Wall()])
    return names


def test_only_what_is_public_and_the_rest_is_not_remembered(client, shown):
    picture = make_picture()
    address = picture.get_absolute_url()
    hidden = client.get(address)
    assert (hidden.status_code, hidden["Cache-Control"]) == (404, "no-store")
    shown.add(picture.name)
    found = client.get(address)
    assert found.status_code == 200
    assert found["Content-Type"] == "image/jpeg"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in found["Cache-Control"]
    assert len(b"".join(found.streaming_content)) == int(found["Content-Length"]) == picture.size
    shown.clear()
    assert client.get(address).status_code == 404


def test_polls_and_heads_cost_no_bytes(client, shown):
    picture = make_picture()
    shown.add(picture.name)
    address = picture.get_absolute_url()
    head = client.head(address)
    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", str(picture.size))
    again = client.get(address, headers={"If-None-Match": head["ETag"]})
    assert (again.status_code, again["ETag"]) == (304, head["ETag"])
    assert client.post(address).status_code == 405


def test_a_copy_that_is_not_made_is_not_there(client, shown):
    picture = make_picture()
    shown.add(picture.name)
    assert client.get(f"/media/{picture.name}-480.avif").status_code == 404
    assert client.get("/media/../manage.py").status_code == 404
