"""Where an import reads from: a file, or an address through `safeguards`."""

from dataclasses import dataclass
from pathlib import Path

from safeguards.fetch import FetchError, fetch

MAX_BYTES = 50_000_000


class SourceError(Exception):
    """What cannot be read. The message is one line."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that were read; `content_type` as a server said it, None for a file."""

    content: bytes
    content_type: str | None


def read(file_or_url: str, *, allow_private: bool = False) -> Source:
    """Read at most `MAX_BYTES` of a file or an http(s) address. Raises SourceError."""
    if "://" in file_or_url:
        return _fetched(file_or_url, allow_private=allow_private)
    path = Path(file_or_url)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(f"{file_or_url} cannot be read: {error.strerror}.") from error
    if len(content) > MAX_BYTES:
        raise SourceError(f"{file_or_url} is larger than {MAX_BYTES // 1_000_000} MB.")
    return Source(content, None)


def _fetched(url: str, *, allow_private: bool) -> Source:
    try:
        answer = fetch(url, allow_private=allow_private, max_bytes=MAX_BYTES)
    except FetchError as error:
        raise SourceError(str(error)) from error
    return Source(answer.content, answer.content_type)
