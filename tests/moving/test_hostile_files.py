"""Nothing in a file can harm a reader of the site, and no file takes the place of what is ours."""

import pytest
from django.core.exceptions import ValidationError

from publication.actions import keep_file
from publication.models import File
from tests.factories import make_post, make_publication

from .getting import get

pytestmark = pytest.mark.django_db

POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
SCRIPT = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_publication("en")


# Path, what is in it, what it is served as, whether it is shown.
KINDS = [
    ("/a.svg", SVG, "image/svg+xml", True),
    ("/a.SVG", SVG, "image/svg+xml", True),
    ("/a.html", SCRIPT, "text/plain; charset=utf-8", True),
    ("/a.xhtml", SCRIPT, "text/plain; charset=utf-8", True),
    ("/a.xml", b'<?xml-stylesheet href="a.xsl"?><x/>', "text/plain; charset=utf-8", True),
    ("/a.js", b"alert(1)", "text/plain; charset=utf-8", True),
    ("/a.css", b"body{}", "text/plain; charset=utf-8", True),
    ("/a.pdf", b"%PDF-1.7", "application/pdf", False),
    ("/a.swf", b"FWS", "application/octet-stream", False),
    ("/a.php", b"<?php", "application/octet-stream", False),
    ("/a", SCRIPT, "application/octet-stream", False),
    ("/.html", SCRIPT, "application/octet-stream", False),
    ("/a.png.hta", SCRIPT, "application/octet-stream", False),
    # It says that it is a picture: so it is served, and nobody guesses.
    ("/a.png", SCRIPT, "image/png", True),
    ("/a.txt", SCRIPT, "text/plain; charset=utf-8", True),
    ("/a.json", SCRIPT, "application/json", False),
]


@pytest.mark.parametrize(("path", "data", "media_type", "is_shown"), KINDS)
@pytest.mark.parametrize("asked", [{}, {"range": "bytes=0-3"}])
def test_no_browser_runs_it(path, data, media_type, is_shown, asked):
    keep_file(path, data, by=None)
    response = get(path, **asked)
    assert response.status_code == (206 if asked else 200)
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert ("Content-Disposition" not in response.headers) == is_shown
    assert not response.cookies


def test_what_is_unchanged_keeps_its_policy():
    file, _outcome = keep_file("/a.svg", SVG, by=None)
    response = get("/a.svg", if_none_match=f'"{file.digest}"')
    assert response.status_code == 304
    assert response.headers["Content-Security-Policy"] == POLICY


def test_a_name_cannot_end_a_header():
    file, _outcome = keep_file('/a"; filename=b.exe .bin', b"x", by=None)
    said = get(file.get_absolute_url()).headers["Content-Disposition"]
    assert said.startswith("attachment; filename=")
    assert '\\"' in said or "filename*" in said


OUTSIDE = [
    "",
    "/",
    "a.png",
    "//evil.example/a.png",
    "/\\evil.example/a.png",
    "/../a.png",
    "/a/../../etc/passwd",
    "/a/./b.png",
    "/a//b.png",
    "/a/",
    "/a\0.png",
    "/a\n.png",
    "/a\u202egnp.exe",
    "/a\ud800.png",
    "/" + "x" * 1000,
    "/" + "字" * 900,
]
OURS = [
    "/admin/a.png",
    "/ADMIN/a.png",
    "/admin",
    "/static/a.css",
    "/media/0123456789abcdef0123.jpg",
    "/media/a.png",
    "/preview/a.png",
    "/healthz",
    "/robots.txt",
    "/favicon.ico",
    "/sitemap.xml",
    "/en/sitemap.xml",
    "/index.xml",
    "/en/index.xml",
    "/en/posts/world/index.xml",
    "/en/tags/none/atom.xml",
    "/en/feeds.opml",
    "/en/manifest.webmanifest",
]


@pytest.mark.parametrize("path", OUTSIDE + OURS, ids=lambda path: ascii(path)[:40])
def test_where_no_file_can_stand(path, tmp_path):
    with pytest.raises(ValidationError) as refused:
        keep_file(path, b"x", by=None)
    [message] = refused.value.messages
    assert message
    assert not File.objects.exists()
    assert not (tmp_path / "files").exists()


def test_no_file_hides_a_post():
    post = make_post(slug="a", section="world")
    with pytest.raises(ValidationError):
        keep_file("/en/posts/world/a/", b"x", by=None)
    keep_file("/en/posts/world/a", b"x", by=None)
    assert b"Text" in get(post.get_absolute_url()).body
