"""The key under which `edge` stamps that entries were made anew."""

from edge.keys import list_key


def search_key(language: str) -> str:
    """Of the searches in a language."""
    return list_key(f"/{language}/search/")
