"""Folders for real servers: short paths, with nothing running on them before or after."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from . import processes
from .site import Site

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder. Not `tmp_path`: that is longer than a socket's address may be."""
    path = Path(tempfile.mkdtemp(prefix="newsroom-test-", dir="/tmp")).resolve()
    yield path
    shutil.rmtree(path)


@pytest.fixture
def var(folder: Path) -> Iterator[Path]:
    """A `NEWSROOM_VAR` that does not exist yet."""
    path = folder / "var"
    yield path
    processes.end_all(path)


@pytest.fixture(scope="session")
def migrated() -> Iterator[Path]:
    """A `NEWSROOM_VAR` with every table and the static files, to be copied."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-test-", dir="/tmp")).resolve()
    site = Site(folder / "var")
    try:
        site.wait_until_ready()
        site.process.terminate()
        site.process.wait(timeout=30)
        yield folder / "var"
    finally:
        site.close()
        shutil.rmtree(folder)


@pytest.fixture
def start(var: Path, migrated: Path) -> Iterator[Callable[..., Site]]:
    """Starts sites and ends what is left of them."""
    sites: list[Site] = []

    def start_one(name: str = "var", command: list[str] | None = None, **settings: str) -> Site:
        path = var.with_name(name)
        if not path.exists():
            # With owners: the data belongs to the server's user when root runs this.
            subprocess.run(["cp", "-a", str(migrated), str(path)], check=True)
        sites.append(Site(path, command, **settings))
        return sites[-1]

    yield start_one
    for site in sites:
        site.close()
