"""Lines of access logs. Pure.

Understood is the "combined" format, in which gunicorn (with ours), Apache, nginx and varnishncsa
write: https://httpd.apache.org/docs/2.4/logs.html#combined. What follows it on a line is ignored.
Addresses and names at its beginning are not even looked at.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

# The months' names are those of C's locale, whatever this process speaks.
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_QUOTED = r'"((?:[^"\\]|\\.)*+)"'
_LINE = re.compile(
    r"[^\[]*+\[(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\] "
    rf"{_QUOTED} (\d{{3}}) (\d{{1,18}}|-) {_QUOTED} {_QUOTED}",
    re.ASCII,
)
_REQUEST = re.compile(r"([A-Z]{1,20}) (\S+)(?: HTTP/[0-9.]+)?")
_ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)  # varnishncsa writes whole addresses
_ESCAPED = re.compile(r"\\([\"\\])")


@dataclass(frozen=True, slots=True)
class Request:
    """What a line says of a request.

    `day` is in UTC. `target` is path and query, percent-encoded as it came. `sent` are bytes of
    the body. `agent` is the User-Agent, "-" for none.
    """

    day: date
    method: str
    target: str
    status: int
    sent: int
    agent: str


def parse_line(line: str) -> Request | None:
    """The request of a line; None for a line in another format or about no HTTP request."""
    found = _LINE.match(line)
    if found is None:
        return None
    asked = _REQUEST.fullmatch(found[10])
    day = _day(found)
    if asked is None or day is None:
        return None
    return Request(
        day=day,
        method=asked[1],
        target=_ORIGIN.sub("", asked[2], count=1),
        status=int(found[11]),
        sent=0 if found[12] == "-" else int(found[12]),
        agent=_ESCAPED.sub(r"\1", found[14]),
    )


def _day(found: re.Match[str]) -> date | None:
    if found[2] not in _MONTHS:
        return None
    offset = timedelta(hours=int(found[8]), minutes=int(found[9]))
    try:
        local = datetime(
            int(found[3]),
            _MONTHS.index(found[2]) + 1,
            int(found[1]),
            int(found[4]),
            int(found[5]),
            tzinfo=timezone(-offset if found[7] == "-" else offset),
        )
        return local.astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None
