"""Reading an access log from where the last batch ended."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final

from django.db import transaction
from django.db.models import Max

from edge.models import LogPosition

from .counters import counters
from .lines import Request, parse_line

_STEP: Final = 8_000_000  # bytes, and one transaction
_LONGEST_FIRST_LINE: Final = 100_000
_LONGEST_LINE: Final = 100_000  # web servers refuse requests long before


@dataclass(slots=True)
class Read:
    """What a batch found: lines, those of them in a known format, and what each counter counted."""

    counted: Counter[str]
    lines: int = 0
    understood: int = 0


def read_log(path: Path) -> Read:
    """Count what was written to a log, and to `….1`, its forerunner, since they were read last.

    Whatever was read is not read again, also not from a copy, or after the log was rotated. A last
    line without its end waits for the next time. Raises OSError for a file that may not be read;
    one that is not there is empty.
    """
    read = Read(counted=Counter(dict.fromkeys(counters, 0)))
    for file in (path.with_name(f"{path.name}.1"), path):
        with suppress(FileNotFoundError), file.open("rb") as log:
            while _read_step(log, read):
                pass
    return read


def last_read() -> datetime | None:
    """When something new was found in a log last."""
    last: datetime | None = LogPosition.objects.aggregate(last=Max("read_at"))["last"]
    return last


@transaction.atomic
def _read_step(log: BinaryIO, read: Read) -> bool:
    """Read some lines and remember how far that was; whether there may be more."""
    position = _position(log)
    if position is None:
        return False
    log.seek(position.offset)
    data = log.read(_STEP)
    whole = data.rfind(b"\n") + 1
    if not whole and len(data) < _STEP:
        return False
    lines = data[:whole].splitlines()
    requests = list(_requests(lines))
    for what, count in counters.items():
        read.counted[what] += count(requests)
    read.lines += len(lines)
    read.understood += len(requests)
    # Without any line end it is no log: go past it.
    position.offset += whole or len(data)
    position.save()
    return len(data) == _STEP


def _position(log: BinaryIO) -> LogPosition | None:
    """Where to go on, locked; None while there is not even a first line."""
    log.seek(0)
    first = log.readline(_LONGEST_FIRST_LINE)
    if not first.endswith(b"\n") and len(first) < _LONGEST_FIRST_LINE:
        return None
    digest = blake2b(first, digest_size=32).hexdigest()
    positions = LogPosition.objects.select_for_update()
    position, _created = positions.get_or_create(first_line=digest)
    return position


def _requests(lines: Iterable[bytes]) -> Iterator[Request]:
    for line in lines:
        if len(line) > _LONGEST_LINE:
            continue
        request = parse_line(line.decode(errors="replace"))
        if request is not None:
            yield request
