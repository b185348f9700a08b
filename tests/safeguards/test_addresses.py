"""Only addresses of the open internet count as public."""

import socket
import time

import pytest

from safeguards.addresses import FetchError, is_public, look_up

NOT_PUBLIC = """
    0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1
    239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:93.184.216.34 64:ff9b::7f00:1 64:ff9b::5db8:d822
    64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:5db8:d822:: 3fff::1 5f00::1 fc00::1
    fd00::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
""".split()  # noqa: SIM905


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1::1", "2a00::1"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001"])
def test_an_address_in_any_notation_is_looked_up_as_the_system_reads_it(host: str) -> None:
    assert look_up(host, 80, timeout=5) == ["127.0.0.1"]


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "nul\0.example", "..", "\ud800.example"])
def test_a_name_that_cannot_be_encoded_is_not_found(host: str) -> None:
    with pytest.raises(FetchError, match="no host"):
        look_up(host, 80, timeout=5)


def test_a_resolver_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(0.5) or [])
    start = time.monotonic()
    with pytest.raises(FetchError, match="in time"):
        look_up("slow.example", 80, timeout=0.05)
    assert time.monotonic() - start < 0.4
