"""A site is read and left as it was: not a byte, not a file, not a time differs."""

import hashlib
from pathlib import Path

import pytest

from .conftest import POST
from .words import PNG


def state(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("stats", ["writeStats = true", "[build.buildStats]\nenable = true"])
def test_nothing_is_written(site, read, stats):
    picture = '{{ with .Page.Resources.Get "p.png" }}{{ (.Resize "2x2").RelPermalink }}{{ end }}'
    files = {
        "layouts/shortcodes/small.html": picture,
        "content/posts/a/index.md": POST + "{{< small >}}\n",
        "themes/t/layouts/x.html": "",
        "assets/a.css": "a {}",
    }
    folder = site(files, 'theme = "t"\npublishDir = "docs"\n[build]\n' + stats)
    (folder / "content/posts/a/p.png").write_bytes(PNG)
    before = state(folder)
    moved = read(folder)
    assert any("/p_hu" in str(one) for one in moved)
    assert state(folder) == before


def test_a_site_that_nobody_may_write_into(site, read):
    folder = site({"content/posts/a.md": POST})
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert read(folder)
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
