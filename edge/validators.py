"""ETag and Last-Modified (RFC 9110 §8.8) of a response, and whether a client's copy still holds."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Final, Self

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from .coding import best_coding, with_coding
from .stamps import Age

# What was never stamped is as old as this.
EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells one state of a resource from another.

    The ETag is `"time-salt-state"`: when it changed, what else its bytes depend on, what it shows.
    So a server can say what is new since a client's copy.
    """

    time: str
    salt: str
    state: str
    changed_at: datetime
    whole_since: datetime = EPOCH

    @classmethod
    def of(cls, age: Age, *salt: str, whole_since: datetime | None = None) -> Self:
        """From the age of what is shown; `salt` is all else that the bytes depend on.

        Of copies older than `whole_since`, what is new since then is not enough to bring them up to
        date.
        """
        changed_at = age.changed_at or EPOCH
        micros = (changed_at - EPOCH) // timedelta(microseconds=1)
        salted, state = _digest("\n".join(salt)), _digest(age.state)
        return cls(f"{micros:x}", salted, state, changed_at, whole_since or EPOCH)

    @property
    def etag(self) -> str:
        return f'"{self.time}-{self.salt}-{self.state}"'

    def hold_for(self, request: HttpRequest) -> bool:
        """Whether the client's copy is the current one (RFC 9110 §13.2.2).

        A date is compared for equality: a copy of any other time is answered anew, so that a
        removal that makes a resource older is seen.
        """
        if tags := request.headers.get("If-None-Match"):
            own = with_coding(self.etag, best_coding(request.headers.get("Accept-Encoding", "")))
            return any(tag == "*" or _same(tag, own) for tag in parse_etags(tags))
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        return since is not None and since == int(self.changed_at.timestamp())

    def known_since(self, request: HttpRequest) -> datetime | None:
        """When the newest of the client's copies was made; None where none of them can be used."""
        tags = parse_etags(request.headers.get("If-None-Match", ""))
        newest = max((time for tag in tags if (time := self._time_of(tag))), default=EPOCH)
        return newest if EPOCH < newest >= self.whole_since else None

    def put_on(self, response: HttpResponse, request: HttpRequest) -> None:
        """Say them in a response. A date in the future, after a burst of changes, is never said.

        Nor is one no later than the client's own: libcurl drops content that it finds too old, even
        where the ETag told that it is new, and newsboat and sfeed would never see it
        (https://curl.se/libcurl/c/CURLOPT_TIMECONDITION.html).
        """
        response.headers["ETag"] = self.etag
        shown = int(min(self.changed_at, datetime.now(UTC)).timestamp())
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        if response.status_code == 304 or since is None or since < shown:
            response.headers["Last-Modified"] = http_date(shown)

    def _time_of(self, tag: str) -> datetime | None:
        time, _dash, rest = _state(tag).partition("-")
        if not rest.startswith(f"{self.salt}-"):
            return None
        try:
            return EPOCH + timedelta(microseconds=int(time, 16))
        except (ValueError, OverflowError):
            return None


def _same(tag: str, own: str) -> bool:
    """Whether a client's tag is ours. A weak one names no bytes, so no coding of them either."""
    known = _state if tag.startswith("W/") else _plain
    return known(tag) == known(own)


def _plain(tag: str) -> str:
    """`time-salt-state.coding` of a tag that a proxy may have changed: Apache adds `-gzip`."""
    return "-".join(tag.removeprefix("W/").strip('"').split("-")[:3])


def _state(tag: str) -> str:
    """`time-salt-state`, whatever the coding."""
    return _plain(tag).partition(".")[0]


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()
