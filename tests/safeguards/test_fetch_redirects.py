"""Redirects are followed a few times, each hop checked like the first."""

from http.server import BaseHTTPRequestHandler

import pytest

from safeguards import connection
from safeguards.addresses import look_up
from safeguards.fetch import FetchError, fetch

from .servers import answering, serving


def _hops(handler: BaseHTTPRequestHandler) -> None:
    left = int(handler.path.strip("/"))
    answer = answering(b"", 302, location=f"/{left - 1}") if left else answering(b"there")
    answer(handler)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(status: int) -> None:
    with (
        serving(answering(b"there")) as there,
        serving(answering(b"", status, location=there.url + "x")) as here,
    ):
        fetched = fetch(here.url, allow_private=True)
    assert (fetched.url, fetched.status, fetched.content) == (there.url + "x", 200, b"there")


def test_redirects_are_counted() -> None:
    with serving(_hops) as server:
        assert fetch(server.url + "5", allow_private=True).content == b"there"
        with pytest.raises(FetchError, match="More than 5 redirects"):
            fetch(server.url + "6", allow_private=True)
        with pytest.raises(FetchError, match="More than 0 redirects"):
            fetch(server.url + "1", allow_private=True, max_redirects=0)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "Only http and https"),
        ("http://user:secret@127.0.0.1/", "user name or password"),
        ("http://example.com:x/", "not an address"),
    ],
)
def test_where_a_redirect_must_not_lead(location: str, reason: str) -> None:
    with (
        serving(answering(b"", 302, location=location)) as server,
        pytest.raises(FetchError, match=reason) as caught,
    ):
        fetch(server.url, allow_private=True)
    assert str(caught.value).startswith(server.url)


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first server counts as public here, the one it redirects to does not."""
    monkeypatch.setattr(connection, "is_public", lambda address: address == "127.0.0.1")

    def found(host: str, port: int, *, timeout: float) -> list[str]:
        return ["127.0.0.2"] if host == "inside.example" else look_up(host, port, timeout=timeout)

    monkeypatch.setattr(connection, "look_up", found)
    with (
        serving(answering(b"", 302, location="http://inside.example/")) as server,
        pytest.raises(FetchError, match=r"inside\.example is at 127\.0\.0\.2, which is not"),
    ):
        fetch(server.url)
    assert len(server.seen) == 1


def test_a_redirect_without_an_address_is_an_answer() -> None:
    with serving(answering(b"choose", 302)) as server:
        assert fetch(server.url, allow_private=True).status == 302
