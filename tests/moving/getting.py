"""What a client gets, read to its end: with that it is closed."""

from dataclasses import dataclass
from typing import Any

from django.test import Client


@dataclass(frozen=True)
class Answer:
    status_code: int
    headers: Any
    body: bytes
    cookies: Any


def get(path: str, **headers: str) -> Answer:
    """Underscores in the names of headers are hyphens."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    response = Client().get(path, headers=sent)
    body = response.getvalue() if response.streaming else response.content
    return Answer(response.status_code, response.headers, body, response.cookies)
