"""Talking to a WebSub hub as a publisher."""

import time
from types import TracebackType
from typing import Final, Self

import httpx

_TIMEOUT: Final = httpx.Timeout(10, connect=5)
# A hub has nothing to say that is longer, or that takes longer.
_BYTES: Final = 64_000
_SECONDS: Final = 10
_USER_AGENT: Final = "Newsroom (curated-news CMS; WebSub publisher)"
_BUSY: Final = 429


class HubUnavailableError(Exception):
    """The hub cannot be told now; it may be later, not before `wait` seconds if it says so."""

    def __init__(self, reason: str, wait: int = 0) -> None:
        super().__init__(reason)
        self.wait = wait


class HubRefusalError(Exception):
    """The hub does not want to know, now or later."""


class Hub:
    """A hub of `WEBSUB_HUBS`. The operator chose it, so it may be on a private network.

    One topic a request: that may be repeated says PubSubHubbub 0.3 (§7.1), which WebSub no longer
    does, and several hubs read only the first or the last. All go through one connection.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._client = httpx.Client(
            timeout=_TIMEOUT,
            headers={"User-Agent": _USER_AGENT, "Accept": "*/*"},
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def publish(self, topic: str) -> None:
        """Tell the hub that a topic has changed: it fetches that and passes it on.

        Raises HubUnavailableError (no answer, 429, 5xx) or HubRefusalError (any other but 2xx).
        """
        # Of the same meaning: `hub.url` is PubSubHubbub's name, `hub.topic` that of later hubs.
        form = {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}
        try:
            with self._client.stream("POST", self._address, data=form) as response:
                said = _beginning(response)
        except httpx.TransportError as error:
            raise HubUnavailableError(str(error) or type(error).__name__) from error
        if response.is_success:
            return
        reason = f"{response.status_code} {said}".strip()
        if response.status_code == _BUSY or response.is_server_error:
            raise HubUnavailableError(reason, _seconds(response.headers.get("Retry-After", "")))
        if response.has_redirect_location:
            reason = f"{response.status_code}, it is at {response.headers['Location'][:200]} now"
        raise HubRefusalError(reason)


def _beginning(response: httpx.Response) -> str:
    """What an answer says, on one line. Read to its end if that is near: that keeps connections."""
    end = time.monotonic() + _SECONDS
    said = b""
    for chunk in response.iter_raw():
        said += chunk
        if len(said) > _BYTES or time.monotonic() > end:
            break
    text = said[:1000].decode(errors="replace")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _seconds(retry_after: str) -> int:
    """What Retry-After asks for (RFC 9110 §10.2.3), an hour at most; a date is not waited for."""
    return min(int(retry_after), 3600) if retry_after.isascii() and retry_after.isdigit() else 0
