"""Asks for one address as fast as it is answered, over connections that are kept."""

import http.client
import re
import shutil
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

CONNECTIONS = 8


@dataclass(frozen=True)
class Answer:
    """One answer."""

    status: int
    reason: str
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Answers:
    """How many of each status, and how many in a second."""

    statuses: Counter[int]
    rate: float


def get(address: str, headers: dict[str, str]) -> Answer:
    """One request, with these headers alone."""
    connection, path = _connect(address)
    answer = _ask(connection, path, headers)
    connection.close()
    return answer


def ask(address: str, headers: dict[str, str], number: int) -> Answers:
    """`number` requests, each answer looked at."""

    def some(number: int) -> Counter[int]:
        connection, path = _connect(address)
        statuses = Counter(_ask(connection, path, headers).status for _number in range(number))
        connection.close()
        return statuses

    begun = time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        counts = list(pool.map(some, [number // CONNECTIONS] * CONNECTIONS))
    seconds = time.perf_counter() - begun
    statuses = sum(counts, Counter())
    return Answers(statuses, statuses.total() / seconds)


def rate(address: str, headers: dict[str, str], seconds: int) -> float:
    """Requests a second: by wrk where it is installed, for it takes the least from the server."""
    if not (wrk := shutil.which("wrk")):
        return ask(address, headers, CONNECTIONS * 250).rate
    named = [argument for item in headers.items() for argument in ("-H", ": ".join(item))]
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *named, address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def _connect(address: str) -> tuple[http.client.HTTPConnection, str]:
    parts = urlsplit(address)
    path = parts._replace(scheme="", netloc="").geturl()
    return http.client.HTTPConnection(parts.netloc, timeout=30), path


def _ask(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Answer:
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    return Answer(response.status, response.reason, response.headers, response.read())
