"""How lists are named wherever a change is stamped or a response is dated by its stamps."""

from typing import Final

EVERYTHING: Final = "all"


def list_key(path: str) -> str:
    """Of the list at a decoded path: `en/tags/ai` of `/en/tags/ai/`, `all` of `/`."""
    return path.strip("/") or EVERYTHING


def name_key(key: str) -> str:
    """Of what a list is called: in its feed, in each month of it.

    What has one name in all languages has a key without the language: `sources/reuters name`.
    """
    return f"{key} name"
