"""Files of an old site, fetched once and kept, so that who was interrupted goes on."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from django.conf import settings

from safeguards.fetch import FetchError, fetch

from .moving import FileArrival, Skipped

MOST_BYTES: Final = 100_000_000


def downloads(*, allow_private: bool) -> "Downloads":
    """The folder of this site's imports."""
    folder = Path(settings.MEDIA_ROOT).parent / "imports"
    return Downloads(folder, allow_private=allow_private)


class DownloadError(Exception):
    """A file that cannot be had. The message is one line."""


class Downloads:
    """A folder of files, by their address. What is there is not fetched again."""

    def __init__(self, folder: Path, *, allow_private: bool = False) -> None:
        self.folder = folder
        self._private = allow_private
        self._failed: dict[str, str] = {}

    def file(self, url: str) -> Path:
        """The file at an address. Raises DownloadError; one that failed is not tried twice."""
        if why := self._failed.get(url):
            raise DownloadError(why)
        path = self.folder / hashlib.sha256(url.encode()).hexdigest()
        if not path.exists():
            self._fetch(url, path)
        return path

    def _fetch(self, url: str, path: Path) -> None:
        try:
            answer = fetch(url, allow_private=self._private, max_bytes=MOST_BYTES, timeout=120.0)
        except FetchError as error:
            raise self._failure(url, str(error)) from error
        if answer.status != 200:
            raise self._failure(url, f"{url} answers {answer.status}.")
        self.folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_bytes(answer.content)
        part.replace(path)

    def _failure(self, url: str, why: str) -> DownloadError:
        self._failed[url] = why
        return DownloadError(why)


def fetched_files(
    downloads: Downloads | None, urls: Sequence[str], *, otherwise: str
) -> Iterator[FileArrival | Skipped]:
    """The files at some addresses, each at its path; `otherwise` says why there are none."""
    if downloads is None:
        if urls:
            yield Skipped("file", f"{len(urls):,} files", otherwise)
        return
    for url in urls:
        try:
            yield FileArrival(unquote(urlsplit(url).path), downloads.file(url))
        except DownloadError as error:
            yield Skipped("file", url, str(error))
