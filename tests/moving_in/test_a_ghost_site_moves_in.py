"""The whole command on the real database."""

import pytest
from django.core.management import CommandError, call_command

from posts.models import Post
from posts.snapshot import content_of
from publication.models import Page, Publication
from tests.ghost.exports import export, post

pytestmark = pytest.mark.django_db

SITE = export(
    post(1, title="Ships", slug="ships"),
    post(2, slug="paid", visibility="paid"),
    post(3, slug="about", type="page"),
)


def test_readers_find_everything_where_it_was(moved, client):
    report, status = moved("import_ghost", SITE)
    assert status == 0
    assert report["counts"]["post"] == {"created": 2}
    ships = Post.objects.get(slug="ships")
    assert (ships.guid, ships.guid_is_permalink) == ("c1", False)
    assert content_of(ships).tags == ("港口", "U.S. Trade")
    for old, new in {
        "/ships/": "/en/posts/news/ships/",
        "/about/": "/en/about/",
        "/tag/us-trade/rss/": "/en/tags/u.s.-trade/index.xml",
        "/author/bo/": "/en/authors/bo-example/",
        "/rss/": "/en/index.xml",
    }.items():
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new), old
        assert client.get(new).status_code == 200, new
    assert Post.objects.get(slug="paid").status == "draft"
    assert Page.objects.get().path == "about"
    publication = Publication.objects.get()
    assert (publication.name, publication.time_zone) == ("The Harbour", "Asia/Shanghai")


def test_again_nothing_changes(moved):
    moved("import_ghost", SITE)
    before = list(Post.objects.order_by("pk").values())
    report, _status = moved("import_ghost", SITE)
    for kind, counts in report["counts"].items():
        assert not {"created", "updated"} & set(counts), kind
    assert list(Post.objects.order_by("pk").values()) == before


def test_a_broken_file_stores_nothing(tmp_path):
    file = tmp_path / "broken.json"
    file.write_text(SITE[:-20], encoding="utf-8")
    with pytest.raises(CommandError, match="no whole JSON document"):
        call_command("import_ghost", str(file))
    assert not Post.objects.exists()
