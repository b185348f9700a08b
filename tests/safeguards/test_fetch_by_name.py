"""A name is looked up once, and everything but the connection goes by the name."""

import ssl
from pathlib import Path

import httpcore
import pytest

from safeguards import connection
from safeguards import fetch as fetch_module
from safeguards.fetch import FetchError, fetch

from .servers import answering, serving


class Resolver:
    """Gives each look-up the next of its answers, as a rebinding name server does."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *, timeout: float) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0)


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hosts that the network was asked to connect to; nothing answers."""
    hosts: list[str] = []

    def refuse(_: object, host: str, *__: object) -> None:
        hosts.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", refuse)
    return hosts


def _resolve(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> Resolver:
    resolver = Resolver(*answers)
    monkeypatch.setattr(connection, "look_up", resolver)
    return resolver


def test_a_name_that_changes_its_address_after_the_check_gains_nothing(
    monkeypatch: pytest.MonkeyPatch, connected: list[str]
) -> None:
    resolver = _resolve(monkeypatch, ["93.184.216.34", "2606:2800:220:1::1"], ["127.0.0.1"])
    with pytest.raises(FetchError, match="No connection"):
        fetch("http://rebind.example/")
    assert resolver.asked == ["rebind.example"]
    assert connected == ["93.184.216.34", "2606:2800:220:1::1"]


def test_one_private_address_among_public_ones_is_enough(
    monkeypatch: pytest.MonkeyPatch, connected: list[str]
) -> None:
    _resolve(monkeypatch, ["93.184.216.34", "::ffff:169.254.169.254"])
    with pytest.raises(FetchError, match="not a public address"):
        fetch("https://mixed.example/")
    assert connected == []


def test_the_next_address_is_tried_when_one_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(b"alive")) as server:
        _resolve(monkeypatch, ["::1", "127.0.0.1"])
        url = f"http://two.example:{server.server_port}/"
        assert fetch(url, allow_private=True).content == b"alive"
    assert server.seen[0][1]["host"] == f"two.example:{server.server_port}"


@pytest.fixture
def certificate(monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's own certificate for feeds.example, trusted in this test and nowhere else."""
    pem = Path(__file__).parent / "data" / "feeds.example.pem"
    trusting = ssl.create_default_context(cafile=pem)
    monkeypatch.setattr(fetch_module, "_tls", lambda: trusting)
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(pem)
    return served


def test_certificate_and_server_name_go_by_the_name(
    monkeypatch: pytest.MonkeyPatch, certificate: ssl.SSLContext
) -> None:
    asked: list[str | None] = []
    certificate.sni_callback = lambda _, name, __: asked.append(name)
    with serving(answering(b"safe"), tls=certificate) as server:
        _resolve(monkeypatch, ["127.0.0.1"], ["127.0.0.1"])
        url = f"https://feeds.example:{server.server_port}/"
        assert fetch(url, allow_private=True).content == b"safe"
        with pytest.raises(FetchError, match="certificate is not valid"):
            fetch(f"https://other.example:{server.server_port}/", allow_private=True)
    assert asked == ["feeds.example", "other.example"]


def test_a_redirect_must_not_lead_from_https_to_http(
    monkeypatch: pytest.MonkeyPatch, certificate: ssl.SSLContext
) -> None:
    answer = answering(b"", 301, location="http://feeds.example/")
    with serving(answer, tls=certificate) as server:
        _resolve(monkeypatch, ["127.0.0.1"])
        with pytest.raises(FetchError, match="from https to http"):
            fetch(f"https://feeds.example:{server.server_port}/", allow_private=True)
