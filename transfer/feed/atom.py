"""Atom 1.0 (RFC 4287), and 0.3, which is no standard but is still written."""

from collections.abc import Iterator

from lxml import etree

from safeguards.links import absolute
from safeguards.text import plain_text

from .entry import Entry, Feed
from .fields import Fields
from .kinds import sort_terms
from .markup import html_of, html_of_text, html_of_xhtml, summary_of, text_of
from .names import attribute, name_of

_PUBLISHED = ("published", "issued", "created")
_UPDATED = ("updated", "modified")
_HTML_TYPES = frozenset({"html", "text/html"})
_READABLE_TYPES = _HTML_TYPES | {"text", "text/plain", "xhtml", "application/xhtml+xml"}


def read_atom(root: etree._Element) -> Feed:
    """Read a document whose root is `feed`, or an `entry` by itself."""
    core = "atom:" if name_of(root).startswith("atom:") else ""
    feed = Fields(root, core)
    is_entry = name_of(root) == f"{core}entry"
    self_link = feed.link("self", feed.base)
    base = feed.base or self_link
    link = feed.link("alternate", base)
    authors = feed.persons("author")
    entries = [root] if is_entry else feed.all("entry")
    return Feed(
        format=_format(root),
        title=_plain(feed, "title"),
        link=link,
        self_link=self_link,
        description=_plain(feed, "subtitle", "tagline", "info"),
        language=attribute(root, "xml:lang") or feed.text("dc:language"),
        author=authors[0] if authors else "",
        entries=tuple(_read_entry(Fields(entry, core), link or base) for entry in entries),
    )


def _format(root: etree._Element) -> str:
    is_old = attribute(root, "version") == "0.3" or "purl.org/atom" in str(root.tag)
    return "Atom 0.3" if is_old else "Atom 1.0"


def _read_entry(entry: Fields, feed_link: str) -> Entry:
    base = absolute(entry.base, feed_link) or feed_link
    link = entry.link("alternate", base)
    guid = entry.text("id") or link
    link = link or absolute(guid, "")
    content, content_base = _content(entry)
    summary = _summary_html(entry)
    categories, tags = sort_terms(_terms(entry))
    updated = entry.date(*_UPDATED)
    return Entry(
        title=_plain(entry, "title"),
        link=link,
        guid=guid,
        guid_is_permalink=bool(link) and guid == link,
        published=entry.date(*_PUBLISHED) or updated,
        updated=updated,
        authors=entry.persons("author", "dc:creator"),
        summary=summary_of(summary) if content else None,
        content=content or summary,
        base=absolute(content_base, base) or link or base,
        categories=categories,
        tags=tags,
        notes=tuple(entry.notes),
    )


def _content(entry: Fields) -> tuple[str, str]:
    """Return the first content that can be read as HTML, and the `xml:base` that holds in it."""
    for element in entry.all("content"):
        if attribute(element, "src"):
            entry.notes.append("The content stands elsewhere; only its address is given.")
        elif html := _construct_html(element):
            return html, element.base or ""
        elif text_of(element).strip():
            kind = attribute(element, "type")
            entry.notes.append(f"Content of the type “{kind}” cannot be read.")
    return "", entry.base


def _summary_html(entry: Fields) -> str:
    return next(filter(None, map(_construct_html, entry.all("summary", "description"))), "")


def _plain(fields: Fields, *names: str) -> str:
    """Return a text construct (RFC 4287 §3.1) as one line of plain text."""
    for element in fields.all(*names):
        is_readable = attribute(element, "mode").lower() != "base64"
        html = _construct_html(element) or (html_of_text(text_of(element)) if is_readable else "")
        if line := plain_text(html):
            return line
    return ""


def _construct_html(element: etree._Element) -> str:
    """Return a text construct as HTML; "" for other media, as in base64.

    Atom 0.3 has a `mode`: `escaped` is what 1.0 calls `html` where the type says so, and `xml`,
    its default, what 1.0 calls `xhtml`.
    """
    kind = attribute(element, "type").lower().partition(";")[0].strip() or "text"
    if attribute(element, "mode").lower() == "base64" or kind not in _READABLE_TYPES:
        return ""
    if len(element):
        return html_of_xhtml(_unwrapped(element)).strip()
    if kind in _HTML_TYPES:
        return html_of(element) if text_of(element).strip() else ""
    return html_of_text(text_of(element))


def _unwrapped(element: etree._Element) -> etree._Element:
    """Return the `div` that XHTML must be wrapped in and that is no part of it (§3.1.1.3)."""
    only = element[0] if len(element) == 1 else None
    is_div = only is not None and name_of(only) in {"xhtml:div", "xhtml:body", "div", "body"}
    return only if is_div and only is not None else element


def _terms(entry: Fields) -> Iterator[tuple[str, str]]:
    for element in entry.all("category"):
        label = attribute(element, "label")
        yield attribute(element, "scheme"), label or attribute(element, "term")
    for element in entry.all("dc:subject"):
        yield "", text_of(element)
