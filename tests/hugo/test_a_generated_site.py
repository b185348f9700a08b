"""Every post of a site with all kinds of posts comes out, with its address, date and terms."""

import json
from urllib.parse import quote

import pytest

from posts.arrivals import Arrival
from posts.workflow import Status
from tests.conftest import SHARED
from transfer.moving import Skipped

from .conftest import only
from .site import write_site
from .words import OTHER_GUID

STAGES = {"draft": Status.DRAFT, "expired": Status.WITHDRAWN}


def terms() -> list[str]:
    lines = (SHARED / "hugo-terms.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line)["term"] for line in lines]
    return [term for term in found if term.strip() == term and "{{" not in term][:80]


@pytest.mark.shared
def test_all_of_it(tmp_path, read):
    written = write_site(tmp_path / "site", 80, seed=7, terms=terms(), guid=OTHER_GUID)
    moved = read(tmp_path / "site")
    found = {one.name: one for one in only(Arrival, moved)}
    lost = {one.name.rpartition(" (")[0] for one in only(Skipped, moved) if one.kind == "tag"}
    assert len(found) == len(written)
    for post in written:
        one = found[post.file.removeprefix("content/")]
        place = f"/{one.language}/posts/{one.content.section}/{one.content.slug}/"
        assert place == post.address
        assert one.content.title == post.title
        assert one.content.categories == post.categories
        tags = tuple(tag for tag in post.tags if tag not in lost)
        assert one.content.tags[: len(tags)] == tags
        assert one.stage == STAGES.get(post.state, Status.PUBLISHED)
        year = 2126 if post.state == "future" else post.date.year
        assert one.published_at == post.date.replace(year=year)
        if one.stage != Status.DRAFT:
            assert one.guid.startswith("tag:news.example,2026:")
            assert not one.guid_is_permalink
        if post.aliases:
            assert f"/old/{post.slug.removeprefix('piece-')}.html" in one.old_paths
    pairs = {one.content.slug: one.translation for one in found.values() if one.language == "zh"}
    for post in written:
        if post.language == "en" and post.slug in pairs:
            assert found[post.file.removeprefix("content/")].translation == pairs[post.slug]


def test_the_same_seed_makes_the_same_site(tmp_path):
    one, other = (write_site(tmp_path / name, 20, seed=3) for name in ("one", "other"))
    assert one == other
    assert quote(one[0].address) == one[0].address
