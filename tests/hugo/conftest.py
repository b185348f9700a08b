"""Hugo itself, and small sites to read with it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from transfer.hugo.program import find_hugo
from transfer.hugo.reader import hugo_reader
from transfer.moving import Moved

from .site import write

NOW = datetime(2026, 5, 1, tzinfo=UTC)

type Files = dict[str, str]
type Read = Callable[..., list[Moved]]

POST = "---\ntitle: A post\ndate: 2026-04-01T08:00:00+08:00\n---\nText.\n"


@pytest.fixture(scope="session")
def hugo() -> Path:
    return find_hugo(None)


@pytest.fixture
def site(tmp_path) -> Callable[..., Path]:
    """Write files, by their paths, into a new folder; a toml without a baseURL gets one."""

    def made(files: Files, config: str | None = "") -> Path:
        folder = tmp_path / "site"
        if config is not None:
            write(
                folder / "hugo.toml", f'baseURL = "https://old.example/"\ntitle = "Old"\n{config}'
            )
        for name, text in files.items():
            write(folder / name, text)
        return folder

    return made


@pytest.fixture
def read(hugo) -> Read:
    """All that a site becomes."""

    def made(folder: Path, **options: object) -> list[Moved]:
        with hugo_reader(hugo, folder, now=NOW, **options) as reader:
            return [*reader.publications(), *reader]

    return made


def only(kind: type, moved: list[Moved]) -> list:
    return [one for one in moved if isinstance(one, kind)]
