import os
import sys
from pathlib import Path

import pytest

from . import processes


@pytest.mark.parametrize("arguments", [["--help"], ["help", "migrate"], ["check"]])
def test_what_needs_no_database_starts_none(var: Path, arguments: list[str]) -> None:
    done = processes.manage(var, *arguments)
    assert done.returncode == 0, done.stderr
    assert not (var / "postgres").exists()


def test_a_command_starts_it_and_leaves_nothing(var: Path) -> None:
    done = processes.manage(var, "showmigrations", "--plan")
    assert "[ ]  posts.0001_initial" in done.stdout, done.stderr
    assert processes.of(var) == {}


def test_python_may_have_been_called_by_a_relative_path(var: Path) -> None:
    python = os.path.relpath(sys.executable, processes.PROJECT)
    done = processes.manage(var, "showmigrations", python=python)
    assert done.returncode == 0, done.stderr


def test_the_worker_reaches_it_too(migrated: Path) -> None:
    done = processes.manage(migrated, "procrastinate", "healthchecks")
    assert "Database connection: OK" in done.stdout, done.stderr
    assert processes.of(migrated) == {}


def test_dbshell_brings_its_own_psql(migrated: Path) -> None:
    sql = "SELECT current_database(), upper('é')"
    done = processes.manage(migrated, "dbshell", "--", "-At", "-c", sql, PATH="")
    assert done.stdout.strip() == "newsroom|É", done.stderr
