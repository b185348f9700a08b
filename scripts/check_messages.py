"""Fails when a compiled translation (.mo) is missing or older than its source (.po)."""

import gettext
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import debian

PROJECT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Returns an exit status."""
    sources = sorted(PROJECT.glob("locale/*/LC_MESSAGES/*.po"))
    if shutil.which("msgfmt") is None:
        missing = debian.provide(["gettext"]) if debian.is_debian() else ["gettext"]
        if missing:
            return debian.report(missing, debian.advice(missing), "translation")
    stale = [source for source in sources if not _is_compiled(source)]
    for source in stale:
        sys.stderr.write(
            f"Error: {source.relative_to(PROJECT)}: run `make messages`, commit the .mo\n"
        )
    return 1 if stale else 0


def _is_compiled(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    if not compiled.is_file():
        return False
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "fresh.mo")
        subprocess.run(  # noqa: S603
            ["msgfmt", "--check-format", f"--output-file={fresh}", str(source)],  # noqa: S607
            check=True,
        )
        return _catalog(fresh) == _catalog(compiled)


def _catalog(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
