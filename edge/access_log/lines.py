"""Lines of access logs. Pure.

Understood is the "combined" format, in which gunicorn (with ours), Apache, nginx and varnishncsa
write: https://httpd.apache.org/docs/2.4/logs.html#combined. Addresses and names at its beginning
are not even looked at. What follows it on a line is free; a Sec-Purpose in it tells of a prefetch
(https://fetch.spec.whatwg.org/#sec-purpose-header).
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

_FIRST_YEAR = 1990  # HTTP is younger; before it stand clocks that were never set
# The months' names are those of C's locale, whatever this process speaks.
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_QUOTED = r'"((?:[^"\\]|\\.)*+)"'
_LINE = re.compile(
    r"[^\[]*+\[(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\] "
    rf"{_QUOTED} (\d{{3}}) (\d{{1,18}}|-) {_QUOTED} {_QUOTED}",
    re.ASCII,
)
_REQUEST = re.compile(r"([A-Z]{1,20}) (\S+)(?: HTTP/[0-9.]+)?")
_ORIGIN = re.compile(r"\Ahttps?://[^/?#]*", re.IGNORECASE)  # varnishncsa writes whole addresses
_ESCAPED = re.compile(r"\\([\"\\])")


@dataclass(frozen=True, slots=True)
class Request:
    """What a line says of a request.

    `at` is in UTC. `target` is path and query, percent-encoded as it came. `sent` are bytes of
    the body. `agent` is the User-Agent, "-" for none. `is_prefetch`: a browser asked before
    anybody wanted to see it; false too where the log does not tell. `referer` is the Referer, ""
    where there is none or the log does not tell.
    """

    at: datetime
    method: str
    target: str
    status: int
    sent: int
    agent: str
    is_prefetch: bool = False
    referer: str = ""

    @property
    def day(self) -> date:
        """The day in UTC."""
        return self.at.date()


def parse_line(line: str) -> Request | None:
    """The request of a line; None for a line in another format or about no HTTP request."""
    found = _LINE.match(line)
    if found is None:
        return None
    asked = _REQUEST.fullmatch(found[10])
    at = _time(found)
    if asked is None or at is None:
        return None
    return Request(
        at=at,
        method=asked[1],
        target=_ORIGIN.sub("", asked[2], count=1),
        status=int(found[11]),
        sent=0 if found[12] == "-" else int(found[12]),
        agent=_ESCAPED.sub(r"\1", found[14]),
        referer="" if found[13] == "-" else _ESCAPED.sub(r"\1", found[13]),
        is_prefetch="prefetch" in line[found.end() :].casefold(),
    )


def _time(found: re.Match[str]) -> datetime | None:
    if found[2] not in _MONTHS or int(found[3]) < _FIRST_YEAR:
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
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
