"""Reading a response's body, never more of it than asked for."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from .addresses import FetchError

ACCEPTED_ENCODINGS: Final = "gzip"

_STEP: Final = 64 * 1024  # bytes


def read_body(chunks: Iterable[bytes], *, encoding: str, max_bytes: int) -> bytes:
    """The decoded body of a response, from its chunks as they came over the wire.

    `encoding` is the Content-Encoding header. At no moment are more than `max_bytes` and a chunk
    held, however far a few bytes would unpack; `FetchError` when there are more, on the wire or
    unpacked, when the encoding is unknown or the data are damaged.
    """
    coding = encoding.strip().lower()
    if coding in ("gzip", "x-gzip"):
        chunks = _unzipped(_limited(chunks, max_bytes))
    elif coding not in ("", "identity"):
        raise FetchError(f"The content encoding {coding[:40]!r} is not known.")
    return b"".join(_limited(chunks, max_bytes))


def _limited(chunks: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > max_bytes:
            raise FetchError(f"The answer is larger than {max_bytes:,} bytes.")
        yield chunk


def _unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What the first gzip member unpacks to, in small steps; browsers too ignore what follows."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    begun = False
    try:
        for chunk in chunks:
            begun = True
            rest = chunk
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, _STEP)
                rest = unpacker.unconsumed_tail
    except zlib.error:
        raise FetchError("The answer is not the gzip data that it claims to be.") from None
    if begun and not unpacker.eof:
        raise FetchError("The answer ended too early.")
