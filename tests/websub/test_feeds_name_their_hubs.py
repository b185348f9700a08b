import pytest

from feeds.formats import FORMATS
from tests.factories import make_post

pytestmark = pytest.mark.django_db

HUBS = ("https://one.example/", "https://two.example/?a=b")
SITE = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True)
def hubs(settings):
    settings.WEBSUB_HUBS = HUBS
    make_post()


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("file", [form.file for form in FORMATS])
def test_in_links_of_the_header(client, method, file):
    links = getattr(client, method)(f"/en/{file}").headers["Link"]
    expected = [f'<{SITE}/en/{file}>; rel="self"', *(f'<{hub}>; rel="hub"' for hub in HUBS)]
    assert links.split(", ") == expected


def test_whoever_has_a_copy_has_its_links(client, settings):
    """A 304 repeats no Link (RFC 9110 §15.4.5), so it must not be one when hubs change."""
    tag = client.get("/en/index.xml").headers["ETag"]
    assert client.get("/en/index.xml", headers={"If-None-Match": tag}).status_code == 304
    settings.WEBSUB_HUBS = HUBS[:1]
    response = client.get("/en/index.xml", headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert response.headers["Link"].count('rel="hub"') == 1


def test_a_month_names_none_for_none_is_told_of_it(client):
    response = client.get("/en/archive/2026-04.xml")
    assert response.status_code == 200
    assert "hub" not in response.headers["Link"]
