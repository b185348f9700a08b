"""The old paths of a post are those at which Hugo itself writes the pages of its aliases."""

import subprocess

import pytest

from posts.arrivals import Arrival

from .conftest import only

ALIASES = [
    "/flat",
    "/slash/",
    "/page.html",
    "sister",
    "../cousin/",
    "./own",
    "/a/b/../c/",
    "x.html",
]
CONFIGS = [
    "",
    "defaultContentLanguageInSubdir = true\n",
    "uglyURLs = true\n",
    "[uglyURLs]\nposts = true\n",
    '[permalinks]\nposts = "/:year/:slug/"\n',
]


FRENCH = "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"


@pytest.mark.parametrize(
    ("config", "name"), [*((config, "b.md") for config in CONFIGS), (FRENCH, "b.fr.md")]
)
@pytest.mark.parametrize("base", ["", "/sub"])
def test_the_same_paths(site, read, hugo, tmp_path, config, name, base):
    listed = ", ".join(f'"{alias}"' for alias in ALIASES)
    post = f"---\ntitle: A post\ndate: 2026-04-01\naliases: [{listed}]\n---\nText.\n"
    config = f'baseURL = "https://old.example{base}/"\n{config}'
    folder = site({"hugo.toml": config, f"content/posts/a/{name}": post}, None)
    [arrival] = only(Arrival, read(folder))
    command = [hugo, "--source", folder, "--destination", tmp_path / "out", "--noBuildLock"]
    subprocess.run(command, check=True, capture_output=True)
    written = {
        f"{base}/{path.relative_to(tmp_path / 'out')}".removesuffix("index.html")
        for path in (tmp_path / "out").rglob("*.html")
        if 'http-equiv="refresh"' in path.read_text()
    }
    content = arrival.content
    here = f"/{arrival.language}/posts/{content.section}/{content.slug}/"
    address = arrival.guid.removeprefix("https://old.example")
    written = {path for path in written if _leads_to(tmp_path, base, path, address)}
    assert set(arrival.old_paths) - {address} == written - {here}


def _leads_to(tmp_path, base: str, path: str, address: str) -> bool:
    file = tmp_path / "out" / path.removeprefix(base).lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    return f"https://old.example{address}" in file.read_text()
