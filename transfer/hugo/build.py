"""Has Hugo render a site into a temporary folder: its feeds, its files, and all that it knows.

What it knows comes as JSON lines: the folder `overlay` is one more theme, with one page that lists
every page of every language. The site's own theme, modules, layouts and outputs are left alone,
and nothing is written into its folder.
"""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .complaint import complaint, complaints, was_written_all_the_same
from .config import HARMLESS, Configuration, read_configuration
from .refusal import HugoError
from .sandbox import MOST_IN_ALL, MOST_MEMORY, Ended, run

OVERLAY: Final = Path(__file__).with_name("overlay")
EXPORT: Final = "newsroom-export.jsonl"
_FORMAT: Final = "newsroomexport"
# No site has one of that name: it would be merged with ours.
_SEGMENT: Final = "newsroom-export-only"
_END: Final = b'{"is":"end"}'
_PAGE_SECONDS: Final = 60
_ENDINGS: Final = ("toml", "yaml", "yml", "json")


@dataclass(frozen=True, slots=True)
class Built:
    """A site as Hugo rendered it into `folder`; `export` holds the JSON lines."""

    site: Path
    folder: Path
    export: Path
    configuration: Configuration
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@contextmanager
def built(
    hugo: Path,
    directory: Path,
    *,
    environment: str = "",
    base_url: str = "",
    seconds: float = 1800,
    page_seconds: int = _PAGE_SECONDS,
    most_written: int = MOST_IN_ALL,
    memory: int = MOST_MEMORY,
) -> Iterator[Built]:
    """Render a site, and forget it at the end. Raises HugoError, with Hugo's own words."""
    site = directory.resolve()
    if not site.is_dir():
        raise HugoError(f"“{directory}” is not a folder.")
    _refuse_without_configuration(site)
    _refuse_links_out_of(site)
    with tempfile.TemporaryDirectory(prefix="newsroom-hugo-") as name:
        temporary = Path(name)
        variables = _variables(temporary, environment, page_seconds)
        if base_url:
            variables["HUGO_BASEURL"] = base_url
        configuration = read_configuration(hugo, site, variables)
        work = _Work(hugo, site, temporary, variables, configuration, seconds, most_written, memory)
        yield work.done()


@dataclass(slots=True)
class _Work:
    """One site to be rendered."""

    hugo: Path
    site: Path
    temporary: Path
    variables: Mapping[str, str]
    configuration: Configuration
    seconds: float
    most_written: int
    memory: int

    def done(self) -> Built:
        """Render it; without its feeds where this Hugo can make nothing of their templates."""
        notes = []
        if self.configuration.wants_git:
            notes.append("The dates of change that Git knows were not read: Git was not run.")
        feeds = self.configuration.feed_formats()
        folder, ended = self._rendered("public", feeds)
        if feeds and ended.status and not was_written_all_the_same(ended):
            refused = complaint(ended, self.site)
            folder, ended = self._rendered("public-without-feeds", [])
            notes.append(f"Guids are taken to be permalinks, for the feeds say nothing. {refused}")
        if ended.status and not was_written_all_the_same(ended):
            raise HugoError(complaint(ended, self.site))
        errors = tuple(dict.fromkeys(complaints(ended, self.site))) if ended.status else ()
        export = _export_in(folder)
        return Built(self.site, folder, export, self.configuration, errors, tuple(notes))

    def _rendered(self, name: str, feeds: Sequence[str]) -> tuple[Path, Ended]:
        folder = self.temporary / name
        folder.mkdir()
        ended = run(
            [str(self.hugo), "build", *self._flags(folder)],
            folder=self.site,
            seconds=self.seconds,
            environment={**self.variables, **_of_rendering(self.configuration, feeds)},
            writes=self.temporary,
            most_written=self.most_written,
            memory=self.memory,
        )
        return folder, ended

    def _flags(self, folder: Path) -> list[str]:
        overlay = os.path.relpath(OVERLAY, self.site / self.configuration.themes_folder)
        return [
            *("--theme", ",".join([*self.configuration.themes, overlay])),
            *("--destination", str(folder)),
            *("--cacheDir", str(self.temporary / "cache")),
            *("--renderSegments", _SEGMENT),
            "--buildDrafts",
            "--buildExpired",
            "--buildFuture",
            "--noBuildLock",
        ]


def _refuse_without_configuration(site: Path) -> None:
    names = [f"{stem}.{ending}" for stem in ("hugo", "config") for ending in _ENDINGS]
    if not any((site / name).exists() for name in (*names, "config")):
        raise HugoError("This is no Hugo site: it has no hugo.toml, no config.toml and no config/.")


def _refuse_links_out_of(site: Path) -> None:
    """Hugo copies what links among the static files lead to, wherever that is."""
    for parent, folders, files in os.walk(site):
        for name in (*folders, *files):
            path = Path(parent, name)
            if path.is_symlink() and not path.resolve().is_relative_to(site):
                where = path.relative_to(site)
                raise HugoError(f"“{where}” is a link that leads out of the site: remove it.")


def _variables(temporary: Path, environment: str, page_seconds: int) -> dict[str, str]:
    caches = {
        f"HUGO_CACHES_{name}_DIR": ":cacheDir/" + name.lower()
        for name in ("ASSETS", "IMAGES", "GETJSON", "GETCSV", "GETRESOURCE", "MISC", "MODULES")
    }
    return {
        **HARMLESS,
        **caches,
        "HOME": str(temporary),
        "TMPDIR": str(temporary),
        "HUGO_CACHEDIR": str(temporary / "cache"),
        "HUGO_TIMEOUT": f"{page_seconds}s",
        **({"HUGO_ENVIRONMENT": environment} if environment else {}),
    }


def _of_rendering(configuration: Configuration, feeds: Sequence[str]) -> Mapping[str, str]:
    """Feeds and the export are rendered, not the pages of the theme: they may want the network."""
    outputs = ",".join([_FORMAT, *feeds])
    values = {
        "HUGO_SEGMENTS": json.dumps({_SEGMENT: {"includes": [{"output": f"{{{outputs}}}"}]}}),
        "HUGO_MINIFY_MINIFYOUTPUT": "false",
        # Both names of it: `hugo_stats.json` would be written into the site.
        "HUGO_BUILD_BUILDSTATS_ENABLE": "false",
        "HUGO_BUILD_WRITESTATS": "false",
        "HUGO_PANICONWARNING": "false",
    }
    if dates := configuration.dates_of_change():
        values["HUGO_FRONTMATTER_LASTMOD"] = json.dumps(dates)
    return values


def _export_in(folder: Path) -> Path:
    """The file of JSON lines, which ends as it must; a site of many hosts has a folder for each."""
    for found in folder.glob(f"**/{EXPORT}/index.newsroomexport"):
        with found.open("rb") as file:
            file.seek(max(0, found.stat().st_size - 100))
            if file.read().rstrip().endswith(_END):
                return found
    message = "Hugo did not list the pages of this site: does it disable the kind “page”?"
    raise HugoError(message)
