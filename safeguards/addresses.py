"""Which network addresses a server may be asked to fetch from."""

import queue
import socket
import threading
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

# What `is_global` lets through in some Python ≥ 3.12: relays and tunnels to an IPv4 address that
# stands inside the IPv6 one, the anycast address of such relays, and documentation (RFC 9637).
_NOT_PUBLIC: Final = tuple(
    map(
        ip_network,
        ("192.88.99.0/24", "2001::/32", "2002::/16", "64:ff9b::/96", "64:ff9b:1::/48", "3fff::/20"),
    )
)
_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")


class FetchError(Exception):
    """Why nothing was fetched, in one line that an editor can read."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, and itself no way into another network.

    Not: private, loopback, link-local, shared (CGNAT), multicast, reserved and documentation
    addresses, IPv4 addresses written as IPv6 ones, NAT64, 6to4 and Teredo (IANA's special-purpose
    registries, RFC 6890). `address` may carry a zone (`fe80::1%eth0`). ValueError if it is none.
    """
    parsed: IPv4Address | IPv6Address = ip_address(address)
    if not parsed.is_global or parsed.is_multicast or parsed.is_reserved:
        return False
    if isinstance(parsed, IPv6Address) and parsed not in _GLOBAL_UNICAST:
        return False
    return not any(parsed in network for network in _NOT_PUBLIC)


def look_up(host: str, port: int, *, timeout: float) -> list[str]:
    """The IP addresses of a host, those to try first in front, within `timeout` seconds.

    `host` is a name or an address in any notation the system knows (`127.1`, `0x7f000001`).
    """
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(row[4][0]) for row in found)))
        except (OSError, ValueError) as error:  # ValueError: a name that cannot be encoded
            answers.put(error)

    # The system's resolver takes no time limit, so it is left behind when it is late.
    threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
    try:
        answer = answers.get(timeout=max(timeout, 0))
    except queue.Empty:
        raise FetchError(f"The address of {host} was not found in time.") from None
    if isinstance(answer, Exception) or not answer:
        raise FetchError(f"There is no host called {host}.")
    return answer
