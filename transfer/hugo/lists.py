"""Where the lists of a Hugo site and their feeds live now. Pure."""

from collections.abc import Collection, Iterator
from urllib.parse import quote, unquote

from posts.clean import one_line
from posts.redirect_paths import same
from safeguards.text import plain_text
from taxonomy.slugs import NoAddressError, slug_from_title, slugify_term
from transfer.moving import Note, RedirectArrival, Skipped, TermArrival

from .config import FEEDS
from .lines import HugoPage
from .places import code_of
from .post import CATEGORIES, PEOPLE, TAGS

# A reader that asks for these is answered, whatever the languages are.
_ROOTS = frozenset({"/", "/index.xml"})


def list_moves(
    page: HugoPage,
    *,
    posts_sections: Collection[str],
    sections: Collection[tuple[str, str]],
    public_terms: Collection[str],
) -> Iterator[RedirectArrival | TermArrival | Skipped | Note]:
    """What is left of a list page: where its addresses lead, and its title if it had one.

    `sections` are those (language, section) that have posts, `public_terms` the addresses of terms
    that public posts have.
    """
    new = _home_of(page, posts_sections, sections, public_terms)
    yield Skipped("list", page.address or page.path, "a list that Hugo makes", lost=False)
    if page.content.strip():
        is_kept = page.kind == "term" and page.plural not in PEOPLE and not page.description
        kept = "is kept as plain text" if is_kept else "has no place here"
        yield Note(f"{page.name}: the text of this list {kept}.")
    if new:
        for output in page.outputs:
            old = unquote(output.path)
            target = new + FEEDS.get(output.media, "")
            is_known = output.media == "text/html" or output.media in FEEDS
            stays = same(old, target) or output.path == _as_written(target, page)
            if is_known and old not in _ROOTS and not stays:
                yield RedirectArrival(old, target)
    if page.kind == "term" and page.file and page.title:
        yield from _title(page)


def _home_of(
    page: HugoPage,
    posts_sections: Collection[str],
    sections: Collection[tuple[str, str]],
    public_terms: Collection[str],
) -> str:
    """The decoded path of the list that takes the place of this one; "" where there is none."""
    language = code_of(page.language)
    match page.kind:
        case "home":
            return f"/{language}/"
        case "section" if page.section in posts_sections:
            parts = [part for part in page.path.split("/") if part]
            if len(parts) == 1:
                return f"/{language}/posts/"
            is_there = (page.language, parts[-1]) in sections
            return f"/{language}/posts/{parts[-1]}/" if is_there else f"/{language}/posts/"
        case "taxonomy" if page.plural not in PEOPLE:
            kind = CATEGORIES if page.plural == CATEGORIES else TAGS
            return f"/{language}/{kind}/"
        case "term" if unquote(page.address) in public_terms:
            return _term_list(page, language)
    return ""


def _term_list(page: HugoPage, language: str) -> str:
    try:
        if page.plural in PEOPLE:
            name = page.title if page.file else page.term
            return f"/{language}/authors/{slug_from_title(name)}/"
        kind = CATEGORIES if page.plural == CATEGORIES else TAGS
        return f"/{language}/{kind}/{slugify_term(one_line(page.term))}/"
    except NoAddressError:
        return ""


def _as_written(target: str, page: HugoPage) -> str:
    """The address as Hugo writes it: a `%` in a term may be an escape already (`100%ab`)."""
    return target if page.kind == "term" and "%" in page.term else quote(target)


def _title(page: HugoPage) -> Iterator[TermArrival]:
    kinds = {TAGS: "tag", CATEGORIES: "category"}
    if page.plural in PEOPLE:
        return
    try:
        yield TermArrival(
            language=code_of(page.language),
            kind=kinds.get(page.plural, "tag"),
            slug=slugify_term(one_line(page.term)),
            title=page.title,
            description=page.description or plain_text(page.content),
        )
    except NoAddressError:
        return
