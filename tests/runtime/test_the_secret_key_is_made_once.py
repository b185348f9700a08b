import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment
from newsroom.secret_file import read_or_create

from . import processes

ASK = "from newsroom import environment; print(environment.secret_key())"


def test_processes_that_start_together_have_one_key(folder: Path) -> None:
    var = folder / "var"
    asking = [
        subprocess.Popen(
            [sys.executable, "-c", ASK],
            cwd=processes.PROJECT,
            env=processes.environment(var),
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    keys = {process.communicate(timeout=30)[0].strip() for process in asking}
    assert len(keys) == 1
    assert len(keys.pop()) > 80
    assert stat.S_IMODE((var / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in var.iterdir()] == ["secret_key"]


def test_it_is_kept(tmp_path: Path) -> None:
    first = read_or_create(tmp_path / "secret_key")
    assert read_or_create(tmp_path / "secret_key") == first


def test_a_key_from_outside_is_taken_and_no_file_is_made(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path))
    monkeypatch.setenv("SECRET_KEY", "0123456789" * 6)
    assert environment.secret_key() == "0123456789" * 6
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_had_is_said(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path / "file" / "var"))
    with pytest.raises(ImproperlyConfigured, match="set NEWSROOM_VAR to a folder"):
        environment.secret_key()
