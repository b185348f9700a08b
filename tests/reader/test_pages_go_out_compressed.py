import gzip

import brotli
import pytest
from django.test import Client

from tests.factories import make_post

pytestmark = pytest.mark.django_db

DECODE = {"gzip": gzip.decompress, "br": brotli.decompress}


@pytest.mark.parametrize("coding", ["gzip", "br"])
@pytest.mark.parametrize(("page", "status"), [("/en/", 200), ("/en/nothing/", 404)])
def test_in_a_coding_that_the_browser_accepts(coding, page, status):
    make_post()
    whole = Client().get(page)
    packed = Client().get(page, headers={"Accept-Encoding": coding})
    assert packed.status_code == whole.status_code == status
    assert packed.headers["Content-Encoding"] == coding
    assert DECODE[coding](packed.content) == whole.content
    assert int(packed.headers["Content-Length"]) == len(packed.content) < len(whole.content)
    assert "Content-Encoding" not in whole.headers
    for response in (whole, packed):
        assert "Accept-Encoding" in response.headers["Vary"]


def test_pages_that_hold_secrets_do_not():
    response = Client().get("/admin/login/", headers={"Accept-Encoding": "gzip, br"})
    assert b"csrfmiddlewaretoken" in response.content
    assert "Content-Encoding" not in response.headers


def test_a_feed_is_compressed_once():
    make_post()
    feed = Client().get("/en/index.xml", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(feed.content).startswith(b"<?xml")
