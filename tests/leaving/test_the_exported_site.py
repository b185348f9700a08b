"""Built by Hugo it has the same addresses and feeds, and it comes back the same."""

import json
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from posts.actions import schedule_post, withdraw_post
from posts.models import Post, Redirect
from posts.snapshot import content_of
from publication.actions import keep_file
from publication.models import Page
from safeguards.sameness import same_markup
from tests.factories import make_draft, make_imported, make_post, make_publication
from tests.images.samples import make_picture

pytestmark = pytest.mark.django_db

HUGO = Path(sys.executable).with_name("hugo")


def empty():
    tables = "posts_post, publication_page, publication_file, taxonomy_tag, taxonomy_category"
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {tables}, images_picture, publication_publication CASCADE")


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def site(tmp_path):
    """A newsroom with one of everything."""
    make_publication("en"), make_publication("zh")
    picture = make_picture()
    shown = f'<img src="{picture.get_absolute_url()}" alt="x">'
    body = f'<h2 id="why">Why {{{{% nothing %}}}}</h2><p>A &amp; b. {shown}</p>'
    tags = ["AI", "C++", "A / B"]
    make_post(title="Ships & more", slug="ships", body=body, picture=picture.name, tags=tags)
    make_imported(slug="pair", guid="https://old.example/pair/", tags=["US-China relations"])
    chinese = {"title": "港口", "tags": ["中美关系"]}
    make_imported("zh", slug="pair", guid="https://old.example/zh/pair/", **chinese)
    moved = make_post(slug="moved")
    Redirect.objects.create(path="/2019/old.html", post=moved)
    Redirect.objects.create(path="/old/list/", target="/en/tags/ai/")
    make_draft(slug="draft")
    schedule_post(make_draft(slug="later"), timezone.now() + timedelta(days=9), by=None)
    withdraw_post(make_post(slug="gone"), by=None)
    Page.objects.create(publication_id="en", path="about/us", title="About", body="<p>We.</p>")
    keep_file("/img/logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", by=None)
    folder = tmp_path / "site"
    call_command("export_hugo", str(folder), stdout=StringIO())
    return folder


@pytest.fixture
def public(site, tmp_path):
    public = tmp_path / "public"
    command = [HUGO, "--minify", "--quiet", "--source", site, "--destination", public]
    subprocess.run(command, check=True)
    return public


def test_hugo_builds_the_same_addresses_and_feeds(public, tmp_path):
    found = tmp_path / "found.json"
    try:
        call_command("check_parity", str(public), json=found, stdout=StringIO())
    except CommandError:
        told = json.loads(found.read_text(encoding="utf-8"))["findings"]
        pytest.fail("\n".join(str(one) for one in told if one["kind"] == "lost"))
    counts = json.loads(found.read_text(encoding="utf-8"))["counts"]
    assert counts["entry"]["same"] > 10
    assert (public / "en/posts/world/ships/index.html").exists()
    assert not (public / "en/posts/world/draft/index.html").exists()
    assert not (public / "en/posts/world/later/index.html").exists()
    assert not (public / "en/posts/world/gone/index.html").exists()
    assert (public / "img/logo.svg").exists()
    assert "/old/list/ /en/tags/ai/ 301" in (public / "_redirects").read_text(encoding="utf-8")


def test_it_comes_back_the_same(site, tmp_path):
    before = {
        (post.language, post.slug): (content_of(post), post.status, post.guid, post.published_at)
        for post in Post.objects.all()
    }
    empty()
    report = tmp_path / "report.json"
    with pytest.raises(CommandError, match="1 thing was lost"):
        call_command("import_hugo", str(site), json=report, stdout=StringIO())
    # A picture of the desk comes back by an upload alone: its alternative text would be lost.
    [lost] = json.loads(report.read_text(encoding="utf-8"))["lost"]
    assert lost["name"].startswith("/media/")
    assert Post.objects.count() == len(before)
    for post in Post.objects.all():
        content, status, guid, published_at = before[post.language, post.slug]
        now = content_of(post)
        assert same_markup(now.body, content.body)
        for name in ("title", "summary", "section", "tags", "categories", "authors"):
            assert getattr(now, name) == getattr(content, name), name
        assert [(row.label, row.url) for row in now.citations] == [
            (row.label, row.url) for row in content.citations
        ]
        assert (post.status, post.published_at) == (status, published_at)
        assert guid in (None, post.guid)
    pair = Post.objects.filter(slug="pair")
    assert len({post.translation_key for post in pair}) == 1
    assert Page.objects.get().path == "about/us"


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    make_publication()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(CommandError, match="not empty"):
        call_command("export_hugo", str(tmp_path / "full"))
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine.txt"]
