"""What a fetch answers, and the one clear line for each way it can fail."""

import gzip
import socket
import time
import tracemalloc
from http.server import BaseHTTPRequestHandler

import pytest

from safeguards.decoding import read_body
from safeguards.fetch import FetchError, fetch

from .servers import Answer, answering, serving


def test_an_answer() -> None:
    answer = answering(b"<rss/>", content_type="Application/XML; charset=utf-8", ETag='"1"')
    with serving(answer) as server:
        fetched = fetch(server.url + "a?b=c#d", allow_private=True, accept="application/xml")
    assert fetched.url == server.url + "a?b=c"
    assert (fetched.status, fetched.content) == (200, b"<rss/>")
    assert fetched.content_type == "application/xml"
    assert fetched.headers["etag"] == fetched.headers["ETag"] == '"1"'
    path, headers = server.seen[0]
    assert path == "/a?b=c"
    assert headers["accept"] == "application/xml"
    assert headers["host"] == f"127.0.0.1:{server.server_port}"
    assert "Newsroom" in headers["user-agent"]


@pytest.mark.parametrize("status", [304, 404, 500])
def test_any_status_is_an_answer(status: int) -> None:
    with serving(answering(b"", status)) as server:
        assert fetch(server.url, allow_private=True).status == status


def test_gzip_is_unpacked() -> None:
    packed = gzip.compress(b"news" * 1000)
    with serving(answering(packed + b"\0\0", content_encoding="gzip")) as server:
        assert fetch(server.url, allow_private=True).content == b"news" * 1000


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.com/", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("javascript:alert(1)", "Only http and https"),
        ("example.com/feed", "Only http and https"),
        ("", "Only http and https"),
        ("http://", "names no host"),
        ("http://user:secret@example.com/", "user name or password"),
        ("http://[::1", "not an address"),
        ("http://example.com:99999/", "not an address"),
        ("http://exa\nmple.com/", "not an address"),
        ("http://example.com/\ud800", "not an address"),
    ],
)
def test_addresses_that_are_never_fetched(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        fetch(url, allow_private=True)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "[::1]", "0x7f000001", "0"])
def test_a_private_address_is_refused(host: str) -> None:
    with serving(answering(b"secret")) as server:
        with pytest.raises(FetchError, match="not a public address"):
            fetch(f"http://{host}:{server.server_port}/")
        assert server.seen == []


@pytest.mark.parametrize("max_bytes", [1000, 100_000])
def test_an_answer_too_large_is_cut_off(max_bytes: int) -> None:
    with (
        serving(answering(b"x" * (max_bytes + 1))) as server,
        pytest.raises(FetchError, match=f"larger than {max_bytes:,} bytes"),
    ):
        fetch(server.url, allow_private=True, max_bytes=max_bytes)
    with serving(answering(b"x" * max_bytes)) as server:
        assert len(fetch(server.url, allow_private=True, max_bytes=max_bytes).content) == max_bytes


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 100_000_000, compresslevel=1)
    assert len(bomb) < 1_000_000
    with (
        serving(answering(bomb, content_encoding="gzip")) as server,
        pytest.raises(FetchError, match="larger than"),
    ):
        fetch(server.url, allow_private=True, max_bytes=1_000_000)
    tracemalloc.start()
    with pytest.raises(FetchError, match="larger than"):
        read_body([bomb], encoding="gzip", max_bytes=1_000_000)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def _silence(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(5)


def _dripping_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        handler.wfile.write(b"X: y\r\n")
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [_drip, _silence, _dripping_headers])
def test_the_time_limit_is_for_everything_together(answer: Answer) -> None:
    with serving(answer) as server:
        start = time.monotonic()
        with pytest.raises(FetchError, match=r"No full answer within 0\.3 seconds"):
            fetch(server.url, allow_private=True, timeout=0.3)
        assert time.monotonic() - start < 3


def _cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"x")


def _not_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 ftp ready\r\n")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (_cut_short, "connection broke"),
        (_not_http, "not HTTP"),
        (answering(b"x", content_encoding="br"), "content encoding 'br' is not known"),
        (answering(b"plain text", content_encoding="gzip"), "not the gzip data"),
        (answering(gzip.compress(b"xyz")[:-9], content_encoding="gzip"), "ended too early"),
    ],
)
def test_broken_answers(answer: Answer, reason: str) -> None:
    with serving(answer) as server, pytest.raises(FetchError, match=reason) as caught:
        fetch(server.url, allow_private=True)
    assert str(caught.value).startswith(server.url)


def test_a_closed_port() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(FetchError, match="No connection"):
            fetch(f"http://127.0.0.1:{port}/", allow_private=True)


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with serving(answering(b"direct")) as server:
        assert fetch(server.url, allow_private=True).content == b"direct"
