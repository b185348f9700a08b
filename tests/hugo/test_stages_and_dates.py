"""Drafts, what is to come, what is over, and what changed, as the site itself says."""

from datetime import UTC, datetime

from posts.arrivals import Arrival
from posts.workflow import Status
from transfer.moving import Skipped

from .conftest import only


def post(**matter: str) -> str:
    rows = "".join(f"{key}: {value}\n" for key, value in {"title": "T", **matter}.items())
    return f"---\n{rows}---\nText.\n"


def by_name(moved: list) -> dict[str, Arrival]:
    return {one.content.slug: one for one in only(Arrival, moved)}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_stages(site, read):
    matters = {
        "out": {"date": "2026-04-01"},
        "draft": {"date": "2026-04-02", "draft": "true"},
        "undated-draft": {"draft": "true"},
        "to-come": {"date": "2126-04-01"},
        "held-back": {"date": "2026-04-03", "publishDate": "2126-01-01"},
        "ahead-of-its-date": {"date": "2126-04-03", "publishDate": "2026-01-01"},
        "over": {"date": "2026-01-01", "expiryDate": "2026-02-01"},
        "to-end": {"date": "2026-01-02", "expiryDate": "2126-02-01"},
    }
    files = {f"content/posts/a/{name}.md": post(**matter) for name, matter in matters.items()}
    found = by_name(read(site(files)))
    assert {name: one.stage for name, one in found.items()} == {
        **dict.fromkeys(matters, Status.PUBLISHED),
        "draft": Status.DRAFT,
        "undated-draft": Status.DRAFT,
        "over": Status.WITHDRAWN,
    }
    assert {name: one.published_at for name, one in found.items()} == {
        "out": at("2026-04-01"),
        "draft": at("2026-04-02"),
        "undated-draft": None,
        "to-come": at("2126-04-01"),
        "held-back": at("2126-01-01"),
        "ahead-of-its-date": at("2026-01-01"),
        "over": at("2026-01-01"),
        "to-end": at("2026-01-02"),
    }
    assert found["to-end"].withdraw_at == at("2126-02-01")
    assert found["over"].withdraw_at is None
    assert {name for name, one in found.items() if not one.guid} == {"draft", "undated-draft"}


def test_what_changed(site, read):
    files = {
        "content/posts/a/later.md": post(date="2026-04-01", lastmod="2026-04-05"),
        "content/posts/a/same.md": post(date="2026-04-01", lastmod="2026-04-01"),
        "content/posts/a/before.md": post(date="2026-04-01", lastmod="2026-03-01"),
        "content/posts/a/never.md": post(date="2026-04-01"),
    }
    config = "[frontmatter]\nlastmod = [':git', 'lastmod', ':fileModTime', ':default']\n"
    found = by_name(read(site(files, config)))
    assert {name: one.updated_at for name, one in found.items()} == {
        "later": at("2026-04-05"),
        "same": None,
        "before": None,
        "never": None,
    }


def test_a_date_in_the_zone_of_the_site(site, read):
    files = {"content/posts/a/b.md": post(date="2026-04-01T08:00:00")}
    [arrival] = only(Arrival, read(site(files, 'timeZone = "Asia/Shanghai"\n')))
    assert arrival.published_at == at("2026-04-01")


def test_posts_come_oldest_first(site, read):
    files = {f"content/posts/a/p{day}.md": post(date=f"2026-04-0{day}") for day in (3, 1, 2)}
    assert list(by_name(read(site(files)))) == ["p1", "p2", "p3"]


def test_a_text_that_only_another_program_can_read_is_a_loss(site, read):
    """Hugo would hand over its source, unread."""
    files = {
        "content/posts/a/one.rst": post(date="2026-04-01"),
        "content/posts/a/two.adoc": post(date="2026-04-01"),
        "content/posts/a/three.md": post(date="2026-04-01", markup="pandoc"),
        "content/posts/a/four.org": "#+title: T\n#+date: 2026-04-01\n* Head",
    }
    moved = read(site(files))
    assert list(by_name(moved)) == ["four"]
    lost = [one for one in only(Skipped, moved) if one.lost and one.kind == "post"]
    assert {one.name.rpartition("/")[2] for one in lost} == {"one.rst", "two.adoc", "three.md"}


def test_a_post_without_a_date_is_a_loss_that_is_told(site, read):
    lost = [one for one in only(Skipped, read(site({"content/posts/a/b.md": post()}))) if one.lost]
    assert [(one.kind, one.name) for one in lost] == [("post", "posts/a/b.md")]
    assert "it has no date" in lost[0].why
