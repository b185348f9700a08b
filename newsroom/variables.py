"""Reads single environment variables, strictly: `environment` says which there are."""

import os
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES: Final = frozenset({"1", "true", "yes", "on"})
NO: Final = frozenset({"0", "false", "no", "off"})


def text(name: str) -> str:
    """What a variable says; "" where it is unset."""
    return os.environ.get(name, "").strip()


def whole(name: str, *, default: int, most: int) -> int:
    """A whole number from 1 to `most`."""
    value = text(name)
    if not value:
        return default
    if not (value.isascii() and value.isdecimal()) or not 1 <= int(value) <= most:
        raise bad(name, value, f"a number from 1 to {most}, such as {default}")
    return int(value)


def flag(name: str, *, default: bool) -> bool:
    """Yes or no, in the spellings of `YES` and `NO`."""
    value = text(name).lower()
    if not value:
        return default
    if value not in YES | NO:
        raise bad(name, value, "1 or 0")
    return value in YES


def split(name: str, value: str, example: str, *, secret: bool = False) -> SplitResult:
    """The parts of an address. One that is `secret` stays out of the message."""
    try:
        parts = urlsplit(value)
        _ = parts.port  # parsed only when asked for
    except ValueError as error:
        shown = "" if secret else f" {value!r}"
        raise ImproperlyConfigured(f"{name}{shown} is not an address: write {example}.") from error
    return parts


def bracketed(host: str) -> str:
    """A host as addresses write it: `[::1]`."""
    return f"[{host}]" if ":" in host else host


def bad(name: str, value: str, wanted: str) -> ImproperlyConfigured:
    """What to raise for a value: says what to write instead."""
    return ImproperlyConfigured(f"{name} is {value!r}: write {wanted}.")
