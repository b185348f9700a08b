"""Linked data in a page (JSON-LD 1.1), for the machines that read it."""

import json
from collections.abc import Mapping
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

type Node = dict[str, Any]
"""A thing of schema.org: its properties by name."""

CONTEXT: Final = "https://schema.org"

# What could end the element, or a line of JavaScript in an old parser. Inside of JSON these
# characters stand in strings alone, where an escape means the same.
_ESCAPES: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def node(kind: str, properties: Mapping[str, Any]) -> Node:
    """A thing of a type, without the properties that are empty."""
    said = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
    return {"@type": kind, **said}


def script(thing: Node) -> SafeString:
    """The element that holds a thing. No text in it can end the element."""
    data = {"@context": CONTEXT, **thing}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 — escaped
