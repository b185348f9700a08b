"""What a row of Ghost is here: its dates, its state, its labels, its old address."""

import json
from datetime import UTC, datetime

import pytest

from posts.arrivals import Arrival
from posts.workflow import Status
from tests.ghost.exports import export, post
from transfer.moving import Note, PageArrival, RedirectArrival, Skipped, TermArrival

SITE = "https://old.example"


def of(kind, reader):
    return [one for one in reader if isinstance(one, kind)]


def only(read, **values):
    [found] = of(Arrival, read(export(post(1, **values)), site=SITE))
    return found


def test_a_published_post(read):
    found = only(
        read,
        title="Ships & more",
        html='<p>See <a href="__GHOST_URL__/b/#c">b</a>.</p><!--kg-card-begin: html--><hr>',
        updated_at="2023-06-01T00:00:00.000Z",
    )
    assert found.key == "ghost:00000000-0000-4000-8000-000000000001"
    assert (found.guid, found.guid_is_permalink) == ("c1", False)
    assert found.published_at == datetime(2023, 5, 4, 10, tzinfo=UTC)
    assert found.updated_at == datetime(2023, 6, 1, tzinfo=UTC)
    assert (found.stage, found.old_paths) == (Status.PUBLISHED, ("/headline-1/",))
    content = found.content
    assert (content.title, content.slug, content.section) == ("Ships & more", "headline-1", "news")
    assert content.tags == ("港口", "U.S. Trade")
    assert content.authors == ("Bo Example", "Ada Example")
    assert content.body == '<p>See <a href="/b/#c">b</a>.</p><hr>'
    assert content.summary == "One line."


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ({"status": "scheduled", "published_at": "2031-01-01T00:00:00.000Z"}, Status.PUBLISHED),
        ({"status": "draft", "published_at": None}, Status.DRAFT),
        ({"visibility": "members"}, Status.DRAFT),
        ({"visibility": "paid"}, Status.DRAFT),
    ],
)
def test_what_was_not_for_all_is_not_public(read, values, stage):
    found = only(read, **values)
    assert found.stage == stage
    assert bool(found.guid) == bool(found.old_paths) == (stage == Status.PUBLISHED)


def test_what_was_for_members_is_told(read):
    [note] = of(Note, read(export(post(visibility="paid"))))
    assert "for members" in note.text


def test_older_versions(read):
    old = {
        "id": 7, "uuid": None, "title": "Old", "slug": "old", "html": "<p>a</p>", "page": 0,
        "status": "published", "published_at": 1426078349156, "author_id": 1,
    }  # fmt: skip
    data = {"posts": [old], "users": [{"id": 1, "name": "Ada", "slug": "ada"}]}
    [found] = of(Arrival, read(json.dumps({"meta": {"version": "003"}, "data": data})))
    assert (found.key, found.guid) == ("ghost:7", "7")
    assert found.published_at == datetime(2015, 3, 11, 12, 52, 29, 156000, tzinfo=UTC)
    assert found.content.authors == ("Ada",)


def test_pages_and_where_they_were(read):
    pages = [post(1, type="page", slug="about"), post(2, page=True, slug="team", status="draft")]
    found = list(read(export(*pages)))
    assert [one.path for one in found if isinstance(one, PageArrival)] == ["about"]
    assert RedirectArrival("/about/", "/en/about/") in found
    assert [one.name for one in found if isinstance(one, Skipped)] == ["Headline 2", "#newsletter"]


def test_lists_lead_to_where_they_are_now(read):
    found = list(read(export(post())))
    for move in (
        RedirectArrival("/tag/us-trade/", "/en/tags/u.s.-trade/"),
        RedirectArrival("/tag/gang-kou/rss/", "/en/tags/港口/index.xml"),
        RedirectArrival("/author/bo/", "/en/authors/bo-example/"),
        RedirectArrival("/rss/", "/en/index.xml"),
    ):
        assert move in found
    assert TermArrival(language="en", kind="tag", slug="港口", title="港口") in found


def test_what_was_only_sent_is_told(read):
    told = of(Skipped, read(export(post(status="sent"), post(2, status="odd"))))
    assert [one.lost for one in told] == [True, True, False]


def test_its_own_files_are_told_where_they_cannot_be_fetched(read):
    text = export(post(html='<img src="__GHOST_URL__/content/images/a.png">'))
    assert of(Skipped, read(text))[-1].why == "give --site to fetch them"


def test_the_publication(read):
    [found] = read(export(post())).publications()
    assert (found.code, found.name, found.time_zone) == ("en", "The Harbour", "Asia/Shanghai")


def test_another_script_is_another_language(read):
    text = export(post(), settings=[{"key": "locale", "value": "zh-TW"}])
    assert read(text).language == "zh-tw"
