import os
import stat
from pathlib import Path

import pytest

from newsroom.embedded.layout import Layout

from . import processes

DEEP = "a-folder-with-a-long-name/" * 6
ODD = "it's a, site — 新闻 &c."


@pytest.mark.parametrize("name", [DEEP, ODD])
def test_a_path_that_is_no_socket_address_has_its_socket_in_tmp(folder: Path, name: str) -> None:
    var = folder / name / "var"
    short = Layout(var).socket_folder
    try:
        with processes.user(var):
            assert short.parent == Path("/tmp")  # noqa: S108
            assert stat.S_IMODE(short.stat().st_mode) == 0o700
            assert short.stat().st_uid == Layout(var).data.stat().st_uid
    finally:
        processes.end_all(var)
    assert not short.exists()


def test_a_plain_path_has_its_socket_beside_the_data(folder: Path) -> None:
    assert Layout(folder / "var").socket_folder == folder / "var" / "postgres" / "socket"


def test_a_socket_folder_of_somebody_else_is_refused(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("needs a second user")
    var = folder / DEEP / "var"
    short = Layout(var).socket_folder
    short.mkdir()
    os.chown(short, 65534, 65534)
    try:
        with pytest.raises(AssertionError, match="belongs to"), processes.user(var):
            pass
    finally:
        processes.end_all(var)
        short.rmdir()


def test_a_link_in_place_of_the_socket_folder_is_refused(folder: Path) -> None:
    var = folder / DEEP / "var"
    short = Layout(var).socket_folder
    (folder / "elsewhere").mkdir()
    short.symlink_to(folder / "elsewhere")
    try:
        with pytest.raises(AssertionError, match="is to be a folder"), processes.user(var):
            pass
    finally:
        processes.end_all(var)
        short.unlink()


def test_a_file_in_place_of_the_folder_is_said(folder: Path) -> None:
    (folder / "var").write_text("")
    wanted = pytest.raises(AssertionError, match="set NEWSROOM_VAR to a folder")
    with wanted, processes.user(folder / "var"):
        pass
