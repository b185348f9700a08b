"""The files of a site that are not Hugo's own work: what lay in `static`, in bundles, pictures.

Not taken: what Hugo renders (pages, feeds, maps of the site), what belongs to the look of the old
theme (style sheets, scripts, fonts) unless a text refers to it, and what this site has of its own
(`robots.txt`). Pictures that a text had Hugo resize are among the rest, and so are taken.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from transfer.moving import FileArrival, Skipped

from .build import EXPORT, Built

_LOOK: Final = frozenset(
    {".css", ".eot", ".js", ".less", ".map", ".mjs", ".otf", ".scss", ".ttf", ".woff", ".woff2"}
)
_RENDERED: Final = frozenset({".html", ".htm", ".xml", ".json", ".txt", ".webmanifest", ".ics"})
_OURS: Final = frozenset({"robots.txt", "sitemap.xml", "404.html", "index.html", "index.xml"})
_OF_HOSTS: Final = frozenset({"CNAME", "_headers", "_redirects", ".htaccess", ".nojekyll"})
_RUBBISH: Final = frozenset({".DS_Store", ".gitkeep", ".gitignore", ".keep", "Thumbs.db"})


def files_of(
    built: Built,
    base: str,
    *,
    outputs: Collection[str],
    resources: Collection[str],
    mentioned: Collection[str],
    hosts: Collection[str] = (),
) -> Iterator[FileArrival | Skipped]:
    """Yield each file at its address. `mentioned` are the paths that texts lead to.

    `hosts` are the folders of the languages of a site that has a host for each.
    """
    for parent, folders, names in os.walk(built.folder):
        folders[:] = sorted(folder for folder in folders if folder != EXPORT)
        for name in sorted(names):
            file = Path(parent, name)
            within = file.relative_to(built.folder).as_posix()
            language, _, rest = within.partition("/")
            path = f"{base}/{rest if language in hosts else within}"
            if name in _RUBBISH or path in outputs:
                continue
            if file.is_symlink() or not file.is_file():
                yield Skipped("file", path, "it is no plain file")
                continue
            is_own = path in resources or _is_static(built, within)
            if file.suffix.lower() in _RENDERED and not is_own:
                continue
            if why := _needless(name, within, is_mentioned=path in mentioned):
                yield Skipped("file", path, why, lost=False)
            else:
                yield FileArrival(path, file)


def _is_static(built: Built, within: str) -> bool:
    return any((folder / within).exists() for folder in built.configuration.static_folders)


def _needless(name: str, within: str, *, is_mentioned: bool) -> str:
    if within in _OURS:
        return "this site has its own"
    if within in _OF_HOSTS:
        return "it was for the old server"
    if Path(name).suffix.lower() in _LOOK and not is_mentioned:
        return "it belongs to the look of the old site"
    return ""
