"""Measures every kind of page, in each language, with Lighthouse as on a phone.

    make lighthouse
    make lighthouse PAGES="post tag"

The site is the real one: its own gunicorn in settings as on a server, with the newsroom that the
tests of quality make, in a folder of its own. Prints a table in Markdown. The exit status is 1 when
a score is below 100 or a page is over a budget (docs/lighthouse.md).
"""

import os
import signal
import sys
import urllib.request
from collections.abc import Callable
from typing import Any

from django.core.management import call_command

from bench.environment import FOLDER  # noqa: F401 — the site's folder, before anything of it
from bench.servers import gunicorn
from posts.models import Post
from tests.quality.newsroom import build

from .browser import lighthouse
from .kinds import LANGUAGES, chosen
from .measured import CATEGORIES, Measured, read

TITLES = ("page", *CATEGORIES, "LCP, s", "CLS", "requests", "KB sent", "KB unpacked")
WIDTHS = (27, 11, 13, 14, 7, 6, 5, 8, 7, 11)
# As often as it takes every process of the server to have seen a page.
WARM = 6


def main(names: list[str]) -> int:
    """Prints everything; an exit status."""
    try:
        kinds = chosen(names)
    except ValueError as error:
        return _refuse(str(error))
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if Post.objects.exists():
        return _refuse("DATABASE_URL names a database with posts in it: leave it unset")
    # Other sites cannot be reached, and their pictures are not the site's doing.
    build(theirs="")
    faults: dict[str, list[str]] = {}
    _row(*TITLES)
    _row("-" * WIDTHS[0], *["-" * (width - 1) + ":" for width in WIDTHS[1:]])
    with gunicorn("newsroom.wsgi:application") as site, lighthouse() as run:
        for name, path in kinds.items():
            for language in LANGUAGES:
                label = f"{name} {language}"
                found, runs, result = _measure(f"{site}/{language}/{path}", run)
                _row(label + "*" * (runs > 1), *_cells(found))
                if wrong := list(found.faults()):
                    faults[label] = wrong
    _end(result, faults)
    return 1 if faults else 0


def _measure(
    address: str, run: Callable[[str], dict[str, Any]]
) -> tuple[Measured, int, dict[str, Any]]:
    """The run, or the one in the middle of three when the first is slow; how many; the last."""
    for _time in range(WARM):
        urllib.request.urlopen(address).close()
    runs = [read(result := run(address))]
    if runs[0].is_slow():
        runs += [read(result := run(address)) for _time in range(2)]
    runs.sort(key=lambda it: (-it.scores["performance"], it.largest_paint))
    return runs[len(runs) // 2], len(runs), result


def _cells(found: Measured) -> list[str]:
    return [
        *[str(found.scores.get(name, "noindex")) for name in CATEGORIES],
        f"{found.largest_paint:.2f}",
        f"{found.shift:.3f}".rstrip("0").rstrip("."),
        str(found.requests),
        f"{found.sent / 1024:.1f}",
        f"{found.unpacked / 1024:.1f}",
    ]


def _row(*cells: str) -> None:
    first, *others = cells
    padded = [cell.rjust(width) for cell, width in zip(others, WIDTHS[1:], strict=True)]
    print(f"| {' | '.join([first.ljust(WIDTHS[0]), *padded])} |", flush=True)


def _end(result: dict[str, Any], faults: dict[str, list[str]]) -> None:
    browser = result["environment"]["hostUserAgent"].rpartition("Chrome/")[2].partition(" ")[0]
    print(
        "\n* the one in the middle of three runs, since the first was slow\n"
        f"Lighthouse {result['lighthouseVersion']}, Chromium {browser}; {os.cpu_count()} cores, "
        f"{os.getloadavg()[1]:.1f} processes at once, "
        f"benchmark index {result['environment']['benchmarkIndex']:.0f}"
    )
    for label, wrong in faults.items():
        for sentence in wrong:
            print(f"{label}: {sentence}")


def _refuse(reason: str) -> int:
    print(f"Error: {reason}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    # Whoever ends this ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_arguments: sys.exit(1))
    sys.exit(main(sys.argv[1:]))
