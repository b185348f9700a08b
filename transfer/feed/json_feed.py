"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from safeguards.links import absolute
from safeguards.text import xml_safe

from .dates import read_date, unread_date_note
from .entry import Entry, Feed
from .kinds import sort_terms
from .markup import html_of_text
from .people import names_of_persons
from .refusal import NotAFeedError

type Json = dict[str, Any]


def read_json_feed(text: str) -> Feed:
    """Read the text of a JSON Feed. Members of a wrong type count as missing.

    Raises NotAFeedError where it is no JSON, not all of it, or JSON of another kind.
    """
    feed = _load(text)
    items = feed.get("items")
    is_feed = "jsonfeed.org" in _string(feed, "version") or "title" in feed
    if not isinstance(items, list) or not is_feed:
        raise NotAFeedError("This is JSON, but not a JSON Feed.")
    self_link = absolute(_string(feed, "feed_url"), "")
    link = absolute(_string(feed, "home_page_url"), self_link)
    return Feed(
        format=f"JSON Feed {_string(feed, 'version').rpartition('/')[2]}".strip(),
        title=_line(feed, "title"),
        link=link,
        self_link=self_link,
        description=_line(feed, "description"),
        language=_line(feed, "language"),
        author=next(_authors(feed), ""),
        entries=tuple(
            _read_item(item, link or self_link) for item in items if isinstance(item, dict)
        ),
    )


def _load(text: str) -> Json:
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        if at_end:
            message = "The feed is incomplete: its last part is missing."
        else:
            message = f"This is not well-formed JSON: {error.msg}, line {error.lineno}."
        raise NotAFeedError(message) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, 100,000 brackets
        raise NotAFeedError("This JSON is nested too deeply, or has too long a number.") from error
    if not isinstance(feed, dict):
        raise NotAFeedError("This is JSON, but not a JSON Feed.")
    return feed


def _read_item(item: Json, feed_link: str) -> Entry:
    link = absolute(_string(item, "url"), feed_link)
    guid = _string(item, "id").strip() or link
    link = link or absolute(_string(item, "external_url"), feed_link)
    content = _string(item, "content_html") or html_of_text(_string(item, "content_text"))
    summary = _line(item, "summary")
    published, unread = _date(item, "date_published")
    updated, unread_too = _date(item, "date_modified")
    categories, tags = sort_terms(("", tag) for tag in _strings(item, "tags"))
    return Entry(
        title=_line(item, "title"),
        link=link,
        guid=guid,
        guid_is_permalink=bool(link) and guid == link,
        published=published or updated,
        updated=updated,
        authors=tuple(_authors(item)),
        summary=(summary or None) if content else None,
        content=content or html_of_text(summary),
        base=link or feed_link,
        categories=categories,
        tags=tags,
        notes=(*unread, *unread_too),
    )


def _authors(holder: Json) -> Iterator[str]:
    """Yield the names: `authors` of 1.1, or the one `author` of 1.0."""
    authors = holder.get("authors")
    if not isinstance(authors, list):
        authors = [holder.get("author")]
    yield from names_of_persons(_string(it, "name") for it in authors if isinstance(it, dict))


def _date(item: Json, name: str) -> tuple[datetime | None, tuple[str, ...]]:
    text = _string(item, name)
    date = read_date(text)
    return date, (unread_date_note(text),) if text and not date else ()


def _string(holder: Json, name: str) -> str:
    """Return a string, or a number as one (an `id` is one often); without forbidden characters."""
    value = holder.get(name)
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return xml_safe(str(value)) if is_text else ""


def _strings(holder: Json, name: str) -> list[str]:
    values = holder.get(name)
    if not isinstance(values, list):
        return []
    return [xml_safe(value) for value in values if isinstance(value, str)]


def _line(holder: Json, name: str) -> str:
    """Return plain text on one line."""
    return " ".join(_string(holder, name).split())
