"""What is to be known of a whole WXR file before its first post: one reading of it."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .document import Element, elements, text
from .refusal import WxrError


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the old site: where it is, and what is said of it."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag: `nicename` is the end of its address, decoded; `parent` a nicename."""

    nicename: str
    name: str
    parent: str = ""


@dataclass(slots=True)
class Index:
    """`base` is the address of the old site, without a slash at its end."""

    title: str = ""
    base: str = ""
    description: str = ""
    language: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    categories: dict[str, Term] = field(default_factory=dict)
    tags: dict[str, Term] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    total: int = 0

    def below(self, number: str) -> list[str]:
        """The addresses of what was uploaded to a post."""
        return self.children.get(number, [])

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts of the old site, with and without `www.`."""
        host = urlsplit(self.base).netloc.removeprefix("www.")
        return frozenset({host, f"www.{host}"} - {"", "www."})


def index_of(file: Path) -> Index:
    """Read a file once, to its end. Raises WxrError for one that is no whole export."""
    index = Index()
    for name, element in elements(file):
        match name:
            case "item":
                _add_item(index, element)
            case "author":
                login = text(element, "author_login")
                index.authors[login] = text(element, "author_display_name").strip() or login
            case "category":
                _add_term(index.categories, element, "category_nicename", "cat_name")
            case "tag":
                _add_term(index.tags, element, "tag_slug", "tag_name")
            case "term":
                pass  # of taxonomies that a plugin made; menus, mostly
            case "base_blog_url":
                index.base = (element.text or "").strip().rstrip("/")
            case _:
                setattr(index, "base" if name == "link" else name, (element.text or "").strip())
    index.base = index.base.rstrip("/")
    if not index.total and not index.authors and not index.base:
        raise WxrError("This is a feed, but no export of WordPress: nothing is in it.")
    return index


def meta(element: Element) -> dict[str, str]:
    """The fields that plugins and WordPress keep beside an item."""
    return {text(row, "meta_key"): text(row, "meta_value") for row in element.iter("{*}postmeta")}


def _add_item(index: Index, item: Element) -> None:
    index.total += 1
    number, kind = text(item, "post_id"), text(item, "post_type")
    if kind == "attachment":
        said = meta(item)
        url = text(item, "attachment_url").strip() or text(item, "guid").strip()
        alt = said.get("_wp_attachment_image_alt", "").strip()
        index.children.setdefault(text(item, "post_parent"), []).append(url)
        index.attachments[number] = Attachment(url, alt)
    elif kind == "page":
        index.pages[number] = (unquote(text(item, "post_name")), text(item, "post_parent"))


def _add_term(terms: dict[str, Term], element: Element, slug: str, name: str) -> None:
    nicename = unquote(text(element, slug))
    parent = unquote(text(element, "category_parent"))
    if nicename:
        terms[nicename] = Term(nicename, text(element, name).strip() or nicename, parent)
