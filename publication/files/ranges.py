"""One range of bytes of a file (RFC 9110 §14): players of video and audio ask for nothing else."""

import re
from collections.abc import Iterator
from typing import IO, Final

from django.http import HttpRequest

_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_STEP: Final = 1 << 16


class UnsatisfiableError(Exception):
    """A range that lies behind the end."""


def range_asked(request: HttpRequest, size: int, etag: str) -> range | None:
    """Which bytes a request asks for; None for all of them: also for several ranges at once.

    Raises UnsatisfiableError.
    """
    found = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if found is None or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = found[1], found[2]
    if first:
        if last and int(last) < int(first):
            return None
        begin, end = int(first), min(int(last or size), size - 1)
    elif last:
        begin, end = max(size - int(last), 0), size - 1
    else:
        return None
    if begin > end:
        raise UnsatisfiableError
    return range(begin, end + 1)


class Part:
    """A range of the bytes of an open file, for a streaming response, which closes it."""

    def __init__(self, file: IO[bytes], asked: range) -> None:
        self.file = file
        self.asked = asked

    def __iter__(self) -> Iterator[bytes]:
        self.file.seek(self.asked.start)
        left = len(self.asked)
        while left and (chunk := self.file.read(min(_STEP, left))):
            left -= len(chunk)
            yield chunk

    def close(self) -> None:
        self.file.close()
