"""Asks for the feed of a query, and reads what it holds."""

import json

from django.test import Client

FEED = "/en/feeds/feed.json"


def read(query: str, language: str = "en") -> dict:
    """The feed of a query, as JSON Feed."""
    response = Client().get(f"/{language}/feeds/feed.json?{query}")
    assert response.status_code == 200, response.content.decode()
    return json.loads(response.content)


def titles(query: str, language: str = "en") -> list[str]:
    """The titles of what it holds."""
    return [item["title"] for item in read(query, language)["items"]]
