"""RSS 0.90 to 2.0, and RSS 1.0, which is RDF (https://www.rssboard.org/rss-specification)."""

from collections.abc import Iterator

from lxml import etree

from safeguards.links import absolute, is_web_address
from safeguards.text import plain_text

from .entry import Entry, Feed
from .fields import Fields
from .kinds import sort_terms
from .markup import summary_of, text_of, title_of
from .names import attribute, name_of

_TITLES = ("title", "dc:title", "media:title")
_CONTENTS = ("content:encoded", "xhtml:body", "xhtml:div", "atom:content", "body", "fullitem")
# Names without a prefix that RSS does not have are Atom's, from those who mixed the two.
_DESCRIPTIONS = ("description", "summary", "atom:summary", "dc:description", "itunes:summary")
_AUTHORS = ("author", "dc:creator", "atom:author")
_PUBLISHED = (
    "pubdate",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "atom:published",
    "published",
)
_UPDATED = ("atom:updated", "dcterms:modified", "updated")


def read_rss(root: etree._Element) -> Feed:
    """Read a document whose root is `rss` or `rdf:RDF`. Items may stand beside the channel."""
    channel = Fields(next((child for child in root if name_of(child) == "channel"), root))
    self_link = channel.link("self")
    link = absolute(channel.text("link"), channel.base or self_link) or channel.link("alternate")
    authors = channel.persons(*_AUTHORS, "managingeditor", "itunes:author")
    return Feed(
        format=_format(root),
        title=title_of(channel.text(*_TITLES)),
        link=link,
        self_link=self_link,
        description=plain_text(channel.html(*_DESCRIPTIONS)),
        language=channel.text("language", "dc:language") or attribute(root, "xml:lang"),
        author=authors[0] if authors else "",
        entries=tuple(_read_item(Fields(item), link or self_link) for item in _items(root)),
    )


def _format(root: etree._Element) -> str:
    if name_of(root) == "rdf:rdf":
        return "RSS 1.0"
    return f"RSS {attribute(root, 'version')}".strip()


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the items in order: beside the channel, in it, or in a list in either."""
    for child in root:
        name = name_of(child)
        if name == "item":
            yield child
        elif name in {"channel", "items"}:
            yield from _items(child)


def _read_item(item: Fields, feed_link: str) -> Entry:
    base = absolute(item.base, feed_link) or feed_link
    guid, is_permalink = _guid(item)
    about = attribute(item.element, "rdf:about")
    link = absolute(item.text("link"), base) or item.link("alternate", base)
    link = link or (guid if is_permalink else absolute(about, base))
    content, summary = _content(item)
    categories, tags = sort_terms(_terms(item))
    updated = item.date(*_UPDATED)
    identity = guid or about or link
    return Entry(
        title=title_of(item.text(*_TITLES)),
        link=link,
        guid=identity,
        guid_is_permalink=is_permalink if guid else bool(link) and identity == link,
        published=item.date(*_PUBLISHED) or updated,
        updated=updated,
        authors=item.persons(*_AUTHORS) or item.persons("itunes:author"),
        summary=summary,
        content=content,
        base=absolute(item.base, feed_link) or link or feed_link,
        categories=categories,
        tags=tags,
        notes=tuple(item.notes),
    )


def _guid(item: Fields) -> tuple[str, bool]:
    """Return the guid and whether it is the item's address: so unless it says otherwise."""
    guid = item.text("guid")
    says_no = any(attribute(it, "ispermalink").lower() == "false" for it in item.all("guid"))
    return guid, is_web_address(guid) and not says_no


def _content(item: Fields) -> tuple[str, str | None]:
    """Return (content, summary): a description beside the content is a summary."""
    description = item.html(*_DESCRIPTIONS)
    content = item.html(*_CONTENTS)
    if content:
        return content, summary_of(description)
    return description, None


def _terms(item: Fields) -> Iterator[tuple[str, str]]:
    for element in item.all("category"):
        yield attribute(element, "domain"), element.text or ""
    for element in item.all("dc:subject"):
        yield "", text_of(element)
    for element in item.all("atom:category"):
        label = attribute(element, "label")
        yield attribute(element, "scheme"), label or attribute(element, "term")
