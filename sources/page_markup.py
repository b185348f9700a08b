"""What tells of a page within it: metadata, title, JSON-LD. Pure, linear in time, tolerant."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final

from safeguards.markup import tokens

_MOST_SCRIPTS: Final = 20
_MOST_NODES: Final = 2_000
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
)


@dataclass(slots=True)
class Markup:
    """`meta` by lower-case name or property, the first of each; `times` are `datetime`s.

    `main_times` are those of which the page says that they are its own.
    """

    meta: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    title: str = ""
    times: list[str] = field(default_factory=list)
    main_times: list[str] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)


def markup_of(html: str) -> Markup:
    """What a page says of itself, as it says it."""
    found = Markup(title=unescape(next(_contents(html, "title"), ("", ""))[1]))
    for token in tokens(html):
        if token.kind != "start":
            continue
        values = {name: unescape(value or "") for name, value in reversed(token.attributes)}
        if token.name == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            if values.get("content", "").strip():
                found.meta.setdefault(name.strip().lower(), values["content"])
        elif token.name == "link" and "canonical" in values.get("rel", "").lower().split():
            found.canonical = found.canonical or values.get("href", "")
        elif token.name == "time" and values.get("datetime"):
            is_main = "pubdate" in values or values.get("itemprop") == "datePublished"
            (found.main_times if is_main else found.times).append(values["datetime"])
    found.nodes = list(_nodes(html))
    return found


def _nodes(html: str) -> Iterator[dict[str, Any]]:
    """The objects of the JSON-LD of a page, outer ones first, as far as it can be read."""
    seen = 0
    scripts = (text for tag, text in _contents(html, "script") if "ld+json" in tag.lower())
    for _number, text in zip(range(_MOST_SCRIPTS), scripts, strict=False):
        try:
            waiting = [json.loads(_WRAPPING.sub("", text).strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and seen < _MOST_NODES:
            seen += 1
            value = waiting.pop(0)
            if isinstance(value, dict):
                yield value
                waiting += [it for it in value.values() if isinstance(it, dict | list)]
            elif isinstance(value, list):
                waiting += value[:_MOST_NODES]


def _contents(html: str, name: str) -> Iterator[tuple[str, str]]:
    """The start tag and the content of each element whose content is not markup."""
    lower = html.lower() if len(html.lower()) == len(html) else html
    end = 0
    while (start := lower.find(f"<{name}", end)) >= 0:
        opened = lower.find(">", start)
        end = lower.find(f"</{name}", opened)
        if opened < 0:
            return
        if end < 0:  # cut off in the middle
            yield html[start:opened], html[opened + 1 :]
            return
        yield html[start:opened], html[opened + 1 : end]
