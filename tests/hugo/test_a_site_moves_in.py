"""The site of the oracles: what is stored is what Hugo's own feeds said, and twice is once."""

import json
import shutil
import subprocess
from io import StringIO

import pytest
from django.core.management import call_command

from posts.models import Post, Redirect, Revision
from posts.syndication import content_with_sources
from posts.workflow import Status
from publication.models import Publication
from safeguards.html import sanitise
from safeguards.links import absolute_links
from tests.conftest import SHARED
from transfer.feed.parse import parse

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


@pytest.fixture
def folder():
    return SHARED / "hugo-site"


def import_hugo(*arguments: object, **options: object) -> str:
    out = StringIO()
    call_command("import_hugo", *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def entries(folder, hugo, tmp_path) -> list:
    """What Hugo's feeds say, drafts, expired and future posts included."""
    command = [hugo, "--source", folder, "--destination", tmp_path / "public", "--noBuildLock"]
    subprocess.run([*command, "-D", "-E", "-F"], check=True, capture_output=True)
    feeds = sorted((tmp_path / "public").glob("*/posts/index.xml"))
    return [entry for feed in feeds for entry in parse(feed.read_bytes()).entries]


def test_everything_is_as_the_feeds_said(folder, hugo, tmp_path):
    import_hugo(folder)
    said = entries(folder, hugo, tmp_path)
    assert len(said) == Post.objects.count() == 9
    for entry in said:
        language, _posts, section, slug = entry.link.split("/")[3:7]
        post = Post.objects.get(publication=language, section__slug=section, slug=slug)
        if post.status != Status.DRAFT:
            assert (post.guid, post.guid_is_permalink) == (entry.guid, entry.guid_is_permalink)
        assert post.title == entry.title
        assert post.summary == (entry.summary or "")
        assert post.published_at == entry.published
        # Hugo writes links from the root with the site's name into XML, and into nothing else.
        ours, theirs = content_with_sources(post), sanitise(entry.content).strip()
        assert absolute_links(ours, entry.link) == absolute_links(theirs, entry.link)
        filed = [row.category.slug for row in post.filed.all()]
        assert tuple(filed) == entry.categories
        tagged = [label for row in post.tagged.all() for label in row.labels]
        assert sorted(tagged) == sorted(entry.tags)
        assert post.byline == "goodinfo.net"
    assert dict(Post.objects.values_list("slug", "status")) == {
        "expired": Status.WITHDRAWN,
        "toml-front-matter": Status.PUBLISHED,
        "a-draft": Status.DRAFT,
        "a-slug-of-its-own": Status.PUBLISHED,
        "edge-cases-in-headings": Status.PUBLISHED,
        "biaoti": Status.PUBLISHED,
        "white-house-accuses-china-ai-theft-april-2026": Status.PUBLISHED,
        "far-future": Status.SCHEDULED,
    }


def test_translations_aliases_and_dates(folder, client):
    import_hugo(folder)
    pair = Post.objects.filter(slug="white-house-accuses-china-ai-theft-april-2026")
    assert len({post.translation_key for post in pair}) == 1
    assert pair.count() == 2
    changed = Post.objects.get(slug="edge-cases-in-headings")
    assert changed.updated_at is not None
    assert changed.updated_at.isoformat() == "2026-04-25T10:00:00+00:00"
    assert set(Redirect.objects.values_list("path", flat=True)) == {
        "/en/posts/tech/old-address/",
        "/old/flat-address.html",
    }
    answer = client.get("/old/flat-address.html")
    assert (answer.status_code, answer["Location"]) == (301, changed.get_absolute_url())
    assert client.get("/en/posts/world/expired/").status_code == 410


def test_sources_become_citations(folder):
    import_hugo(folder)
    post = Post.objects.get(slug="toml-front-matter")
    assert [row.label for row in post.citations.all()] == ["Financial Times", "Reuters"]
    assert "<hr>" not in post.body


def test_again_all_is_unchanged(folder, tmp_path):
    import_hugo(folder)
    before = Revision.objects.count()
    report = tmp_path / "report.json"
    import_hugo(folder, json=report)
    assert json.loads(report.read_text())["counts"]["post"] == {"unchanged": 9}
    assert Revision.objects.count() == before


def test_what_changed_there_changes_here(folder, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(folder, site, copy_function=shutil.copyfile)
    site.chmod(0o755)
    import_hugo(site)
    file = site / "content/en/posts/world/toml-front-matter.md"
    file.parent.chmod(0o755)
    text = file.read_text().replace("Front matter in TOML", "Front matter, changed")
    file.unlink()
    file.write_text(text)
    report = tmp_path / "report.json"
    import_hugo(site, json=report)
    assert json.loads(report.read_text())["counts"]["post"] == {"unchanged": 8, "updated": 1}
    assert Post.objects.get(slug="toml-front-matter").title.startswith("Front matter, changed")


def test_a_publication_that_is_there_is_left_alone(folder):
    mine = Publication.objects.create(
        code="en", locale="en", name="Mine", byline="Me", time_zone="Europe/Berlin"
    )
    import_hugo(folder)
    mine.refresh_from_db()
    assert (mine.name, mine.byline, mine.time_zone) == ("Mine", "Me", "Europe/Berlin")
    made = Publication.objects.get(code="zh")
    assert (made.name, made.locale, made.byline) == (
        "goodinfo.net 每日资讯",
        "zh-hans",
        "goodinfo.net",
    )
    assert made.time_zone == "Asia/Shanghai"
