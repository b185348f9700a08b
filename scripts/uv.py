"""Gets hold of uv, which makes `.venv`: the one on PATH, else one of our own in `.bootstrap`.

Runs on any Python ≥ 3.8.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pythons
from say import say

_ADVICE = (
    "uv is needed to install the project, and no Python here can install it. On Debian and Ubuntu: "
    "apt install python3-venv. Elsewhere: Python's venv and pip, or uv itself."
)


def find_or_install(bootstrap: Path) -> str:
    """The path of a uv that runs. Exits with a line of advice when none can be had."""
    for candidate in (shutil.which("uv"), str(bootstrap / "bin" / "uv")):
        if candidate and _runs(candidate):
            return candidate
    for interpreter in dict.fromkeys(pythons.interpreters()):
        # Debian's python3 has venv without ensurepip until python3-venv is installed.
        if pythons.run(interpreter, "import ensurepip, venv") is not None:
            return _install_in_environment(interpreter, bootstrap)
    for interpreter in dict.fromkeys(pythons.interpreters()):
        if pythons.run(interpreter, "import pip") is not None:
            return _install_in_folder(interpreter, bootstrap)
    sys.exit("Error: " + _ADVICE)


def environment(bootstrap: Path) -> dict[str, str]:
    """What to run uv with: what pip has been told about the network holds for uv too."""
    environment = dict(os.environ)
    environment.pop("VIRTUAL_ENV", None)
    home = os.environ.get("HOME")
    if not home or not (os.access(home, os.W_OK) or not Path(home).exists()):
        environment.setdefault("UV_CACHE_DIR", str(bootstrap / "cache"))
    told = _pip_settings()
    if "UV_DEFAULT_INDEX" not in environment and "UV_INDEX_URL" not in environment:
        index = os.environ.get("PIP_INDEX_URL") or told.get("index-url")
        if index:
            environment["UV_DEFAULT_INDEX"] = index
    certificates = os.environ.get("PIP_CERT") or told.get("cert")
    if certificates:
        environment.setdefault("SSL_CERT_FILE", certificates)
    return environment


def _install_in_environment(interpreter: str, bootstrap: Path) -> str:
    say("Installing uv in .bootstrap")
    _call([interpreter, "-m", "venv", "--clear", str(bootstrap)])
    _call([str(bootstrap / "bin" / "python"), "-m", "pip", "install", "--quiet", "uv"])
    return str(bootstrap / "bin" / "uv")


def _install_in_folder(interpreter: str, bootstrap: Path) -> str:
    say("Installing uv in .bootstrap")
    _call([interpreter, "-m", "pip", "install", "--quiet", "--target", str(bootstrap), "uv"])
    return str(bootstrap / "bin" / "uv")


def _call(command: list[str]) -> None:
    done = subprocess.run(command, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"Error: uv could not be installed ({' '.join(command)} failed). {_ADVICE}")


def _pip_settings() -> dict[str, str]:
    for interpreter in dict.fromkeys(pythons.interpreters()):
        code = "import sys, runpy; sys.argv = ['pip', 'config', 'list']; "
        listed = pythons.run(interpreter, code + "runpy.run_module('pip', run_name='__main__')")
        if listed is not None:
            pairs = (line.partition("=") for line in listed.splitlines())
            return {key.rpartition(".")[2]: value.strip("'\"") for key, _, value in pairs}
    return {}


def _runs(uv: str) -> bool:
    try:
        done = subprocess.run([uv, "--version"], stdout=subprocess.DEVNULL, check=False)  # noqa: S603
    except OSError:
        return False
    return done.returncode == 0
