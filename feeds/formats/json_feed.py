import json
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from publication.addresses import absolute
from safeguards.text import xml_safe

from .format import Format


class JsonFeed(Format):
    """JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

    An item's `tags` are its categories, then its tags, spelt as in the post. What the format has
    no word for stands in `_newsroom`: `sources` (`name`, `url`, `role`: `source` or `via`) and
    `translations` (`language`, `url`).
    """

    name = "JSON Feed"
    file = "feed.json"
    archive_suffix = "json"
    media_type = "application/feed+json"
    content_type = "application/feed+json; charset=utf-8"
    revision = "2"

    def write(self, outfile: IO[Any], encoding: str) -> None:
        """UTF-8, whatever the encoding: JSON knows no other (RFC 8259 §8.1)."""
        document = dict(self.head())
        document["items"] = [dict(self.item(item)) for item in self.items]
        # The same text in every format, without what XML cannot hold.
        text = json.dumps(_safe(document), ensure_ascii=False, separators=(",", ":"))
        outfile.write(text)

    def head(self) -> Iterator[tuple[str, Any]]:
        """The feed's own members. An archive is a page of its feed, whose address names both."""
        document = self.document
        yield "version", "https://jsonfeed.org/version/1.1"
        yield "title", self.feed["title"]
        yield "home_page_url", self.feed["link"]
        yield "feed_url", absolute(document.current) if document.current else document.address
        if self.feed["description"]:
            yield "description", self.feed["description"]
        if document.older:
            yield "next_url", absolute(document.older)
        yield "authors", [{"name": self.feed["author_name"], "url": self.feed["author_link"]}]
        if self.feed["code"]:
            yield "language", self.feed["code"]
        if document.hubs:
            yield "hubs", [{"type": "WebSub", "url": hub} for hub in document.hubs]

    def item(self, item: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """The members of an item."""
        yield "id", item["unique_id"]
        yield "url", item["link"]
        if external := _only_source(item["sources"]):
            yield "external_url", external
        if item["title"]:
            yield "title", item["title"]
        yield "content_html", item["content"]
        if item["description"]:
            yield "summary", item["description"]
        if item["picture"]:
            yield "image", item["picture"].address
        yield "date_published", _date(item["pubdate"])
        if item["updateddate"]:
            yield "date_modified", _date(item["updateddate"])
        yield "authors", [{"name": name} for name in item["creators"]]
        if item["terms"]:
            yield "tags", list(dict.fromkeys(label for _domain, label, _address in item["terms"]))
        yield "language", item["code"]
        if extension := dict(_extension(item)):
            yield "_newsroom", extension


def _only_source(sources: list[tuple[str, str, bool]]) -> str:
    """The address of the piece that a post is about: that of its one and only citation."""
    match sources:
        case [(_label, address, True)]:
            return address
    return ""


def _extension(item: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if item["sources"]:
        yield (
            "sources",
            [
                {"name": label, **({"url": url} if url else {}), "role": _role(is_source)}
                for label, url, is_source in item["sources"]
            ],
        )
    if item["translations"]:
        yield (
            "translations",
            [{"language": code, "url": address} for code, address in item["translations"]],
        )


def _role(is_source: object) -> str:
    return "source" if is_source else "via"


def _date(time: datetime) -> str:
    """RFC 3339, to the second."""
    return time.isoformat(timespec="seconds")


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        return xml_safe(value)
    if isinstance(value, list):
        return [_safe(item) for item in value]
    if isinstance(value, dict):
        return {key: _safe(item) for key, item in value.items()}
    return value
