"""Categories, tags and authors of a WordPress site: what they are called, where they live now."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from taxonomy.slugs import NoAddressError, slug_from_title, slugify_term
from transfer.moving import RedirectArrival, Skipped, TermArrival

from .index import Index, Term
from .item import NO_CATEGORY

_FEEDS: Final = {"feed": "index.xml", "feed/rss2": "index.xml", "feed/atom": "atom.xml"}


def titles(index: Index, language: str) -> Iterator[TermArrival | Skipped]:
    """What its categories and tags are called."""
    for kind, term in _terms(index):
        if term.nicename == NO_CATEGORY:
            continue
        slug = _slug(kind, term)
        if slug:
            yield TermArrival(language=language, kind=kind, slug=slug, title=term.name)
        else:
            yield Skipped(kind, term.name, "nothing of it can stand in an address")


def list_moves(index: Index, language: str) -> Iterator[RedirectArrival]:
    """Where lists and feeds live now. WordPress lets a site call their folders otherwise."""
    base = unquote(urlsplit(index.base).path)
    for name, file in _FEEDS.items():
        yield RedirectArrival(f"{base}/{name}/", f"/{language}/{file}")
    for kind, term in _terms(index):
        if slug := _slug(kind, term):
            place = "categories" if kind == "category" else "tags"
            old = f"{base}/{kind}/{_path(index, kind, term)}/"
            yield RedirectArrival(old, f"/{language}/{place}/{slug}/")
            yield RedirectArrival(f"{old}feed/", f"/{language}/{place}/{slug}/index.xml")
    for login, name in index.authors.items():
        try:
            new = f"/{language}/authors/{slug_from_title(name)}/"
        except NoAddressError:
            continue
        old = f"{base}/author/{login.lower()}/"
        yield RedirectArrival(old, new)
        yield RedirectArrival(f"{old}feed/", f"{new}index.xml")


def _terms(index: Index) -> Iterator[tuple[str, Term]]:
    for term in index.categories.values():
        yield "category", term
    for term in index.tags.values():
        yield "tag", term


def _slug(kind: str, term: Term) -> str:
    try:
        return slugify_term(term.nicename if kind == "category" else term.name)
    except NoAddressError:
        return ""


def _path(index: Index, kind: str, term: Term) -> str:
    """The end of its address: below that of its parent, which may be its child in turn."""
    if kind == "tag":
        return term.nicename
    parts = [term.nicename]
    while (parent := index.categories[parts[0]].parent) in index.categories and parent not in parts:
        parts.insert(0, parent)
    return "/".join(parts)
