import subprocess
import sys
from pathlib import Path

import pytest

from .processes import PROJECT

SCRIPTS = PROJECT / "scripts"
PYTHON = sys.executable


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))


def program(path: Path, line: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def pyenv(tmp_path: Path) -> Path:
    """A pyenv with one Python, and shims for it that say that no version is selected."""
    root = tmp_path / "pyenv"
    program(root / "versions" / "3.13.0" / "bin" / "python3", f'exec {PYTHON} "$@"')
    (root / "versions" / "mine").symlink_to(root / "versions" / "3.13.0")
    for name in ("python3.13", "python3"):
        program(root / "shims" / name, f"echo 'pyenv: {name}: command not found' >&2; exit 127")
    return root


@pytest.mark.parametrize("where", ["PATH", "PYENV_ROOT", "HOME"])
def test_pyenvs_are_found(monkeypatch, pyenv: Path, where: str) -> None:
    import pythons

    monkeypatch.setattr(pythons.sys, "executable", str(program(pyenv / "old", "exit 1")))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    monkeypatch.setenv("HOME", "")
    monkeypatch.setenv("PATH", "/nowhere")
    if where == "PATH":
        monkeypatch.setenv("PATH", f"/nowhere:{pyenv / 'shims'}")
    elif where == "PYENV_ROOT":
        monkeypatch.setenv("PYENV_ROOT", str(pyenv))
    else:
        pyenv.rename(pyenv.with_name(".pyenv"))
        monkeypatch.setenv("HOME", str(pyenv.parent))
    assert pythons.new_enough() == PYTHON


def test_a_python_that_is_too_old_is_passed_over(monkeypatch, tmp_path: Path) -> None:
    import pythons

    old = program(tmp_path / "python3", "echo False /usr/bin/python3")
    monkeypatch.setattr(pythons, "interpreters", lambda: iter([str(old)]))
    assert pythons.new_enough() is None


def test_a_python_without_venv_and_pip_is_told_what_to_install(monkeypatch, tmp_path: Path) -> None:
    import pythons
    import uv

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pythons, "run", lambda *_: None)
    with pytest.raises(SystemExit, match="apt install python3-venv") as caught:
        uv.find_or_install(tmp_path / "bootstrap")
    assert len(str(caught.value).splitlines()) == 1


def test_no_python_at_all_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "scripts").symlink_to(SCRIPTS)
    text = (SCRIPTS / "install.sh").read_text().replace("/usr/bin/python3", "")
    done = subprocess.run(
        ["/bin/sh", "-c", text],
        cwd=tmp_path,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Error: no Python 3 found.")


def test_what_is_installed_is_not_touched(monkeypatch, tmp_path: Path) -> None:
    import install

    monkeypatch.setattr(install, "PROJECT", tmp_path)
    monkeypatch.setattr(install, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(install, "BOOTSTRAP", tmp_path / "no" / "such" / "folder")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "base.txt").write_text("django==6.1.3\n")
    program(tmp_path / ".venv" / "bin" / "python", f'exec {PYTHON} "$@"')
    (tmp_path / ".venv" / ".installed-base.txt").write_text("django==6.1.3\n")
    install.main("base")
    (tmp_path / "requirements" / "base.txt").write_text("django==6.1.4\n")
    with pytest.raises(FileNotFoundError):  # it would make .bootstrap
        install.main("base")
