"""What a site's configuration comes to, whatever files it is in: Hugo itself says so."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .complaint import complaint
from .refusal import HugoError
from .sandbox import run

_SECONDS: Final = 60

# A variable outranks the site's own files; that is tested.
HARMLESS: Final = {
    "HUGO_SECURITY_EXEC_ALLOW": "none",
    "HUGO_SECURITY_FUNCS_GETENV": "none",
    "HUGO_SECURITY_HTTP_URLS": "none",
    "HUGO_MODULE_WORKSPACE": "off",
    # Git runs what a repository's own configuration says.
    "HUGO_ENABLEGITINFO": "false",
}


@dataclass(frozen=True, slots=True)
class Configuration:
    """The merged configuration, and the folders of static files that it draws on."""

    values: Mapping[str, Any]
    static_folders: tuple[Path, ...]

    @property
    def themes(self) -> tuple[str, ...]:
        theme = self.values.get("theme") or ()
        return (theme,) if isinstance(theme, str) else tuple(map(str, theme))

    @property
    def themes_folder(self) -> str:
        return str(self.values.get("themesdir") or "themes")

    @property
    def time_zone(self) -> str:
        return str(self.values.get("timezone") or "")

    @property
    def wants_git(self) -> bool:
        return bool(self.values.get("enablegitinfo"))

    def feed_formats(self) -> list[str]:
        """The names of the output formats that are feeds."""
        formats = self.values.get("outputformats") or {}
        media = {name: str(row.get("mediatype", "")) for name, row in formats.items()}
        return sorted(name for name, kind in media.items() if kind in FEEDS)

    def is_ugly(self, section: str) -> bool:
        """Whether the pages of a section are files and not folders."""
        ugly = self.values.get("uglyurls")
        return bool(ugly.get(section)) if isinstance(ugly, dict) else bool(ugly)

    def dates_of_change(self) -> list[str]:
        """Where it looks for the date of the last change, but for the file system.

        When a copy of a site was made says nothing of its texts. [] where it does not look there.
        """
        names = (self.values.get("frontmatter") or {}).get("lastmod") or []
        found = [name for name in names if str(name).lower() != ":filemodtime"]
        return found if len(found) < len(names) else []


# What a newsroom calls the same feed.
FEEDS: Final = {
    "application/rss+xml": "index.xml",
    "application/atom+xml": "atom.xml",
    "application/feed+json": "feed.json",
}


def read_configuration(hugo: Path, site: Path, environment: Mapping[str, str]) -> Configuration:
    """Ask Hugo. Raises HugoError for a broken configuration, and for folders outside the site."""
    values = _asked(hugo, site, environment, "--format", "json")
    merged = next(values, None)
    if not isinstance(merged, dict):
        raise HugoError("Hugo does not tell the configuration of this site.")
    static: list[Path] = []
    for module in _asked(hugo, site, environment, "mounts"):
        folder = Path(str(module.get("dir", "")))
        for mount in module.get("mounts") or ():
            source = _inside(site, folder / str(mount.get("source", "")))
            target = str(mount.get("target", ""))
            if target == "static" or target.startswith("static/"):
                static.append(source)
    return Configuration(merged, tuple(static))


def _inside(site: Path, source: Path) -> Path:
    path = Path(os.path.normpath(source))
    if not path.is_relative_to(site):
        raise HugoError(f"The site reads from outside its folder: “{path}”. Move that into it.")
    return path


def _asked(hugo: Path, site: Path, environment: Mapping[str, str], *what: str) -> Iterator[Any]:
    ended = run(
        [str(hugo), "config", *what], folder=site, seconds=_SECONDS, environment=environment
    )
    if ended.status:
        raise HugoError(complaint(ended, site))
    text = ended.output[max(0, ended.output.find("{")) :].strip()
    decoder = json.JSONDecoder()
    place = 0
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except ValueError:
            return
        yield value
        while text[place : place + 1].isspace():
            place += 1
